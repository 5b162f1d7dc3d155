import type { CleanupScope } from '../../test/support/browser/cleanup-scope.js';
import { startBareChromium } from '../start-bare-chromium.js';
import { htmlPage, type SubjectServer } from './serve-subjects.js';
import { createSamples, type Samples } from './spread.js';
import type { Subject } from './subjects.js';

/** The first windows are slower. */
const WARM_UP_ROUNDS = 2;

/** A button that only calls `window.open(link)`. */
export const BARE_OPEN = 'window-open';
/** The name under which a click is measured whose customer was over the button before. */
export const withIntent = (id: string): string => `${id}-intent`;

/** Reports when the window's navigation to the call began, and closes it. */
const CALL = `<!doctype html><title>Call</title><script>
new BroadcastChannel('call').postMessage(performance.timeOrigin);
close();
</script>`;

const BARE_MOUNT = `
const place = document.getElementById('place');
place.innerHTML = '<button>Open</button>';
const button = place.firstChild;
button.onclick = () => window.open('/call', 'bare', 'popup,width=520,height=780');`;

const mountOf = (id: string, hasIntent: boolean) => `
import subject from '/${id}/entry.js';
const place = document.getElementById('place');
await subject.mount(place, 1);
await subject.ready?.(place);
const button = subject.button(place);
const answers = () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/session/'));
if (${hasIntent}) {
  button.dispatchEvent(new PointerEvent('pointerenter', { bubbles: true, pointerType: 'mouse' }));
  while (answers().length < 2) await new Promise(requestAnimationFrame);
}`;

const clickPage = (name: string, next: string, mount: string) =>
  htmlPage(`<script>sessionStorage.clear() // a tab remembers the call that was open</script>
<div id="place"></div><script type="module">${mount}
for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
const navigated = new Promise((resolve) => {
  new BroadcastChannel('call').onmessage = ({ data }) => resolve(data);
});
const clickedAt = performance.timeOrigin + performance.now();
button.click();
const milliseconds = (await navigated) - clickedAt;
await fetch('/report', { method: 'POST', body: JSON.stringify({ name: '${name}', milliseconds }) });
location.href = '/click/${next}';
</script>`);

/** Milliseconds from the click until the new window begins to navigate to the call; the backend answers at once. */
export async function measureClick(
  scope: CleanupScope,
  server: SubjectServer,
  subjects: readonly Subject[],
  rounds: number,
): Promise<Samples> {
  const mounts = new Map([[BARE_OPEN, BARE_MOUNT]]);
  for (const { id, opensCall } of subjects) {
    if (opensCall) mounts.set(id, mountOf(id, false));
    if (opensCall === 'with-intent') mounts.set(withIntent(id), mountOf(id, true));
  }
  server.addPage('/call', CALL);
  const names = [...mounts.keys()];
  for (const [index, [name, mount]] of [...mounts].entries()) {
    const next = names[(index + 1) % names.length] ?? name;
    server.addPage(`/click/${name}`, clickPage(name, next, mount));
  }
  const samples = createSamples();
  let reports = 0;
  const measured = new Promise<void>((resolve) =>
    server.onReport((body) => {
      const { name, milliseconds } = body as { name: string; milliseconds: number };
      reports += 1;
      if (reports > WARM_UP_ROUNDS * names.length) samples.add(name, milliseconds);
      if (reports === (WARM_UP_ROUNDS + rounds) * names.length) resolve();
    }),
  );
  await startBareChromium(scope, `${server.origin}/click/${BARE_OPEN}`);
  await measured;
  return samples;
}
