import { htmlDocument } from './document.js';

const CHECKS = [
  {
    id: 'camera',
    name: 'Camera',
    path: 'M3 8a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2zM15 11l6-4v10l-6-4',
  },
  {
    id: 'microphone',
    name: 'Microphone',
    path: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4',
  },
  {
    id: 'location',
    name: 'Location',
    path: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  },
] as const;

const check = ({ id, name, path }: (typeof CHECKS)[number]): string =>
  `<li data-check="${id}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"></path></svg>` +
  `<span>${name}</span><output>Not checked yet</output></li>`;

const AGENT = `<svg class="agent" viewBox="0 0 160 160" aria-hidden="true">
<circle class="agent-halo" cx="80" cy="80" r="76"></circle>
<circle class="agent-back" cx="80" cy="80" r="64"></circle>
<path class="agent-body" d="M34 130c4-24 22-34 46-34s42 10 46 34a64 64 0 0 1-92 0z"></path>
<circle class="agent-face" cx="80" cy="68" r="24"></circle>
<path class="agent-hair" d="M55 66c-1-18 10-28 25-28s26 10 25 28c-4-9-9-14-14-16-8 5-24 6-29 3-3 3-6 7-7 13z"></path>
<path class="agent-headset" d="M54 70a26 26 0 0 1 52 0M54 68v9M106 68v9M106 79c-2 8-9 12-18 12"></path>
</svg>`;

const ENDINGS = [
  { event: 'approved', label: 'Agent approves' },
  { event: 'rejected', label: 'Agent rejects' },
  { event: 'dropped', label: 'Line drops' },
];

/**
 * The page of the call. It has four stages, of which the script shows one at a time: checks, waiting, call, ended.
 * @param paceMs Milliseconds between the agent's sentence and the customer's next button.
 */
export function callPage(paceMs: number): string {
  return htmlDocument({
    title: 'Video KYC',
    script: true,
    attributes: `data-pace="${paceMs}"`,
    main: `<noscript><p class="alert">This page needs JavaScript.</p></noscript>
<p class="alert" role="alert" id="alert" hidden></p>

<section data-stage="checks">
<h1 tabindex="-1">Before the call</h1>
<p>The agent needs to see you, hear you and know that you are in India. Nothing leaves this computer: it is a sandbox.</p>
<div class="mirror"><video data-mirror autoplay muted playsinline aria-label="Your camera"></video><p data-no-camera>Your picture will be here</p></div>
<ul class="checks">${CHECKS.map(check).join('')}</ul>
<p id="advice" class="quiet" role="status"></p>
<div class="actions">
<button type="button" class="primary" id="check">Check my devices</button>
<button type="button" class="primary" id="join" hidden>Join the call</button>
</div>
</section>

<section data-stage="waiting" hidden>
<div class="waiting">
<span class="pulse" aria-hidden="true"></span>
<h1 tabindex="-1">Finding an agent</h1>
<p>You are next. Keep your original PAN card at hand.</p>
</div>
</section>

<section data-stage="call" hidden>
<h1 tabindex="-1" class="visually-hidden">Your call with the agent</h1>
<div class="screen">
${AGENT}
<p class="name">Agent <span>Sandbox</span></p>
<div class="mirror self"><video data-mirror autoplay muted playsinline aria-label="Your camera"></video><p data-no-camera>No camera</p></div>
<p class="caption" id="caption" aria-live="polite"></p>
</div>
<div class="actions">
<p class="quiet" id="step"></p>
<button type="button" class="primary" id="reply" hidden></button>
</div>
<aside class="panel" aria-labelledby="panel-title">
<h2 id="panel-title">Sandbox controls</h2>
<p>You play the agent. End the call whenever you like.</p>
<div class="endings">${ENDINGS.map(({ event, label }) => `<button type="button" data-ending="${event}">${label}</button>`).join('')}</div>
</aside>
</section>

<section data-stage="ended" hidden>
<div class="notice">
<span class="ending-mark" aria-hidden="true"></span>
<h1 tabindex="-1" id="ending-title"></h1>
<p id="ending-text"></p>
<button type="button" class="primary" id="close">Close this window</button>
<p class="quiet" id="close-hint" hidden>Your browser keeps this window open. You can close it yourself.</p>
</div>
</section>`,
  });
}
