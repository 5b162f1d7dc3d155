import type { EnkashVkycButton } from '../../src/define.js';
import type { VkycEventMap } from '../../src/index.js';
import { findElement } from './find-element.js';

const NAMES: readonly (keyof VkycEventMap)[] = [
  'vkyc-start',
  'vkyc-open',
  'vkyc-downgrade',
  'vkyc-close',
  'vkyc-status-change',
  'vkyc-availability-change',
  'vkyc-remind',
  'vkyc-reload',
  'vkyc-session-expired',
  'vkyc-error',
];

const time = new Intl.DateTimeFormat('en-IN', {
  timeZone: 'Asia/Kolkata',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Logs the button's events, newest first. `now` is the demo's time in milliseconds since 1970. */
export function startEventLog(button: EnkashVkycButton, now: () => number): void {
  const log = findElement('#log', HTMLOListElement);
  const clear = findElement('#clear', HTMLButtonElement);
  const update = () => {
    const empty = log.children.length === 0;
    findElement('#empty-log', HTMLElement).hidden = !empty;
    log.hidden = clear.hidden = empty;
  };
  for (const name of NAMES) {
    button.addEventListener(name, ({ detail }) => {
      log.prepend(entry(now(), name, detail));
      update();
    });
  }
  clear.addEventListener('click', () => {
    log.replaceChildren();
    update();
  });
  update();
}

function entry(at: number, name: string, detail: object): HTMLLIElement {
  const item = document.createElement('li');
  item.append(
    element('time', time.format(at)),
    element('strong', name),
    element('code', memberLines(detail)),
  );
  return item;
}

const memberLines = (detail: object): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n');

function element(tag: 'time' | 'strong' | 'code', text: string): HTMLElement {
  const created = document.createElement(tag);
  created.textContent = text;
  return created;
}
