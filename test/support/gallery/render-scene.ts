import '../../../src/define.js';
import type { State } from '../../../src/journey/journey.js';
import { browserTimers } from '../../../src/journey/timers.js';
import { FakeTimers } from '../fake-timers.js';
import { ENDPOINT, endpoint } from '../scenarios.js';
import type { Scene, SceneContext } from './scene.js';
import { restoreClipboard, fakeClipboard } from './fake-clipboard.js';
import { FakeNetwork } from './fake-network.js';
import { FakePopups } from './fake-popups.js';

let scenes = 0;

/** Plays a scene in the last place of `place`, and resolves when the picture stands. One at a time on a page. */
export async function renderScene(scene: Scene, place: Element): Promise<SceneContext> {
  const network = new FakeNetwork(scene.handlers ?? endpoint());
  const windows = new FakePopups();
  const ownTimers = { ...browserTimers };
  const timers = new FakeTimers({ now: () => Date.now(), monotonic: () => performance.now() });
  Object.assign(browserTimers, timers);

  const element = document.createElement('enkash-vkyc-button');
  const stage: SceneContext = {
    element,
    popups: windows.opened,
    useHandlers: (handlers) => (network.handlers = handlers),
    blockPopups: () => (windows.blocked = true),
    fakeClipboard,
    click: (selector) => inShadow(selector).click(),
    advance: (milliseconds) => timers.advance(milliseconds),
    waitForState: async (state: State) => {
      await until(() => element.state === state);
      await element.updateComplete;
    },
    waitForVisible: (selector) => until(() => findInShadow(selector)?.checkVisibility() === true),
    dispose: () => {
      windows.restore();
      element.remove();
      network.restore();
      restoreClipboard();
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
  await stage.waitForState(scene.initialState);
  await scene.play?.(stage);
  await stage.waitForState(scene.finalState ?? scene.initialState);
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
