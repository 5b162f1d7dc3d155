/** The style sheet of every page of the simulated Signzy: one column, light and dark, from 320 pixels up. */
export const CALL_STYLES = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f3f5f7, #0f151b);
  --surface: light-dark(#ffffff, #18212a);
  --line: light-dark(#d5dce3, #2e3a46);
  --text: light-dark(#17202a, #e9eef3);
  --quiet: light-dark(#51606e, #a6b3c0);
  --accent: light-dark(#0b6b5d, #5fd0b9);
  --on-accent: light-dark(#ffffff, #04211b);
  --success: light-dark(#0b6b3a, #69d399);
  --danger: light-dark(#a3261d, #ff9d92);
  --ribbon: light-dark(#ffefc9, #3a2d10);
  --on-ribbon: light-dark(#5f3d00, #ffdc93);
}
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0;
  min-height: 100dvh;
  display: grid;
  grid-template-rows: auto 1fr;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
.ribbon { background: var(--ribbon); color: var(--on-ribbon); text-align: center; font-size: 0.875rem; padding: 0.5rem 1rem; }
main { width: 100%; max-width: 30rem; margin-inline: auto; padding: 1.25rem 1rem; display: grid; }
section { display: flex; flex-direction: column; gap: 0.875rem; min-width: 0; }
h1, h2, p, ul { margin: 0; }
h1 { font-size: 1.5rem; line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; outline: none; }
h2 { font-size: 0.875rem; }
p { text-wrap: pretty; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
.alert { background: var(--surface); border-inline-start: 0.25rem solid var(--danger); padding: 0.625rem 0.875rem; border-radius: 0.5rem; margin-bottom: 1rem; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

button {
  font: inherit;
  font-weight: 600;
  min-height: 2.75rem;
  padding: 0.5rem 1rem;
  border-radius: 0.75rem;
  border: 1px solid var(--line);
  background: var(--surface);
  color: var(--text);
  cursor: pointer;
}
button:hover { border-color: var(--accent); }
button.primary { width: 100%; min-height: 3rem; background: var(--accent); border-color: transparent; color: var(--on-accent); }
button.primary:hover { filter: brightness(1.08); }
button:disabled { cursor: progress; opacity: 0.65; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

.mirror { position: relative; overflow: hidden; border-radius: 1rem; background: #1b2733; color: #c7d2dc; aspect-ratio: 16 / 10; display: grid; place-items: center; }
.mirror > * { grid-area: 1 / 1; }
.mirror video { width: 100%; height: 100%; object-fit: cover; transform: scaleX(-1); display: none; }
.mirror p { padding: 0.5rem; font-size: 0.875rem; text-align: center; }
[data-picture] .mirror video { display: block; }
[data-picture] .mirror p { display: none; }

.checks { list-style: none; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 1rem; }
.checks li { display: flex; align-items: center; gap: 0.75rem; padding: 0.625rem 0.875rem; min-height: 2.75rem; }
.checks li + li { border-top: 1px solid var(--line); }
.checks svg { width: 1.5rem; height: 1.5rem; flex: none; fill: none; stroke: var(--quiet); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
.checks span { flex: 1; font-weight: 600; }
.checks output { color: var(--quiet); font-size: 0.875rem; }
[data-result] output { font-weight: 600; color: var(--danger); }
[data-result='ready'] output { color: var(--success); }
[data-result='ready'] svg { stroke: var(--success); }
.actions { display: flex; flex-direction: column; gap: 0.5rem; text-align: center; }

.waiting, .notice { flex: 1; display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 0.875rem; text-align: center; padding-block: 1rem; max-width: 24rem; margin-inline: auto; }
.notice button { margin-top: 0.75rem; }
.pulse { width: 4rem; height: 4rem; margin-bottom: 0.5rem; border-radius: 50%; background: var(--accent); animation: breathe 2.4s ease-in-out infinite; }
@keyframes breathe { 0%, 100% { transform: scale(0.7); opacity: 0.45; } 50% { transform: scale(1); opacity: 1; } }
.notice-mark { width: 4.5rem; padding: 1rem; border-radius: 50%; background: var(--surface); border: 1px solid var(--line); fill: none; stroke: var(--quiet); stroke-width: 3; stroke-linecap: round; stroke-linejoin: round; }
.ending-mark { width: 4.5rem; height: 4.5rem; border-radius: 50%; display: grid; place-items: center; font-size: 2rem; font-weight: 600; border: 3px solid currentColor; color: var(--danger); }
.ending-mark::before { content: '!'; }
[data-ending='approved'] .ending-mark { color: var(--success); }
[data-ending='approved'] .ending-mark::before { content: '\\2713'; }

[data-stage='call'] main { padding-block: 0.75rem; }
.screen { position: relative; flex: 1; min-height: 17rem; border-radius: 1.25rem; overflow: hidden; background: radial-gradient(circle at 50% 35%, #2c4356, #131d27 75%); color: #fff; display: grid; place-items: center; }
.agent { width: min(11rem, 45%); margin-bottom: 3.5rem; }
.agent-halo { fill: none; stroke: #5fd0b9; stroke-width: 3; animation: breathe 2.4s ease-in-out infinite; transform-origin: center; }
.agent-back { fill: #3b5469; }
.agent-body { fill: #5fd0b9; }
.agent-face { fill: #e8c4a2; }
.agent-hair { fill: #2a2330; }
.agent-headset { fill: none; stroke: #10181f; stroke-width: 5; stroke-linecap: round; }
.name { position: absolute; inset: 0.75rem auto auto 0.875rem; font-weight: 600; font-size: 0.875rem; }
.name span { font-weight: 400; color: #c7d2dc; }
.mirror.self { position: absolute; inset: 0.75rem 0.75rem auto auto; width: 22%; min-width: 4rem; aspect-ratio: 3 / 4; border: 2px solid rgb(255 255 255 / 0.35); border-radius: 0.75rem; }
.mirror.self p { padding: 0.25rem; font-size: 0.75rem; }
.caption { position: absolute; inset: auto 0.75rem 0.75rem; padding: 0.625rem 0.875rem; border-radius: 0.75rem; background: rgb(8 13 18 / 0.82); text-align: center; }

.screen + .actions { min-height: 5rem; justify-content: center; }
.panel { display: flex; flex-direction: column; gap: 0.5rem; padding: 0.75rem; border-radius: 1rem; background: var(--ribbon); color: var(--on-ribbon); font-size: 0.875rem; }
.endings { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0.5rem; }
.endings button { padding: 0.375rem; font-size: 0.875rem; line-height: 1.25; }

@media (prefers-reduced-motion: reduce) { * { animation: none !important; } }
`;
