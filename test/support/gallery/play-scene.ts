import '../../../src/define.js';
import type { State } from '../../../src/journey/journey.js';
import { browserTimers } from '../../../src/device/timers.js';
import { FakeTimers } from '../fake-timers.js';
import { ENDPOINT, endpoint } from '../scenarios.js';
import type { Scene, Stage } from './scene.js';
import { leaveClipboard, setClipboard } from './stand-in-clipboard.js';
import { StandInNetwork } from './stand-in-network.js';
import { StandInWindows } from './stand-in-windows.js';

let scenes = 0;

/** Plays a scene in the last place of `place`, and resolves when the picture stands. One at a time on a page. */
export async function playScene(scene: Scene, place: Element): Promise<Stage> {
  const network = new StandInNetwork(scene.handlers ?? endpoint());
  const windows = new StandInWindows();
  const ownTimers = { ...browserTimers };
  const timers = new FakeTimers({ now: () => Date.now(), monotonic: () => performance.now() });
  Object.assign(browserTimers, timers);

  const element = document.createElement('enkash-vkyc-button');
  const stage: Stage = {
    element,
    windows: windows.opened,
    answers: (handlers) => (network.handlers = handlers),
    blockWindows: () => (windows.blocked = true),
    setClipboard,
    press: (selector) => inShadow(selector).click(),
    pass: (milliseconds) => timers.advance(milliseconds),
    reaches: async (state: State) => {
      await until(() => element.state === state);
      await element.updateComplete;
    },
    shows: (selector) => until(() => findInShadow(selector)?.checkVisibility() === true),
    leave: () => {
      windows.leave();
      element.remove();
      network.leave();
      leaveClipboard();
      Object.assign(browserTimers, ownTimers);
    },
  };
  const findInShadow = (selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector);
  function inShadow(selector: string): HTMLElement {
    const found = findInShadow(selector);
    if (!found) throw new Error(`In the scene "${scene.name}" the element shows no ${selector}.`);
    return found;
  }

  // An endpoint of its own, as elements that share one share a journey.
  const attributes = { 'session-endpoint': `${ENDPOINT}?scene=${scenes++}`, ...scene.attributes };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const [slot, text] of Object.entries(scene.slots ?? {})) element.append(slotted(slot, text));
  place.append(element);
  await stage.reaches(scene.begins);
  await scene.play?.(stage);
  await stage.reaches(scene.ends ?? scene.begins);
  return stage;
}

/** Waits until something is so, and leaves the processor to what it waits for. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function slotted(slot: string, text: string): HTMLElement {
  const made = document.createElement(slot === '' ? 'span' : 'a');
  if (made instanceof HTMLAnchorElement) made.href = '#help';
  made.slot = slot;
  made.textContent = text;
  return made;
}
