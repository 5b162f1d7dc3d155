import '../../../src/define.js';
import { browserTimers } from '../../../src/device/timers.js';
import { FakeTimers } from '../fake-timers.js';
import { forgetPageCall } from '../forget-page-call.js';
import { loadParts } from '../lazy-parts.js';
import { ENDPOINT, endpoint } from '../scenarios.js';
import { fakeClipboard, restoreClipboard } from './fake-clipboard.js';
import { createFakeNetwork } from './fake-network.js';
import { createFakePopups } from './fake-popups.js';
import { findInShadow, findVisible } from './find-in-shadow.js';
import type { Scene, SceneContext } from './scene.js';

let sceneCount = 0;

/** Renders a scene at the end of `container`. Resolves when the final state is reached. One at a time on a page. */
export async function renderScene(scene: Scene, container: Element): Promise<SceneContext> {
  forgetPageCall();
  await loadParts();
  const network = createFakeNetwork(scene.handlers ?? endpoint());
  const popups = createFakePopups();
  const realTimers = { ...browserTimers };
  const timers = new FakeTimers({ now: () => Date.now(), monotonic: () => performance.now() });
  Object.assign(browserTimers, timers);

  const element = document.createElement('enkash-vkyc-button');
  const ctx: SceneContext = {
    element,
    popups: popups.opened,
    useHandlers: (handlers) => network.useHandlers(handlers),
    blockPopups: () => popups.block(),
    fakeClipboard,
    click: (selector) => findInShadow(ctx, selector).click(),
    advance: (milliseconds) => timers.advance(milliseconds),
    waitForState: async (state) => {
      await waitUntil(() => element.state === state);
      await element.updateComplete;
    },
    waitForVisible: (selector) => waitUntil(() => findVisible(ctx, selector).length > 0),
    dispose: () => {
      popups.restore();
      element.remove();
      network.restore();
      restoreClipboard();
      Object.assign(browserTimers, realTimers);
    },
  };

  // A query of its own, because elements with the same endpoint share a journey.
  const attributes = { 'session-endpoint': `${ENDPOINT}?scene=${sceneCount++}`, ...scene.attributes };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const [slot, text] of Object.entries(scene.slots ?? {})) element.append(slotContent(slot, text));
  container.append(element);
  await ctx.waitForState(scene.initialState);
  await scene.play?.(ctx);
  await ctx.waitForState(scene.finalState ?? scene.initialState);
  return ctx;
}

/** Waits until a condition holds, without blocking what it waits for. */
async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

function slotContent(slot: string, text: string): HTMLElement {
  const content = document.createElement(slot === '' ? 'span' : 'a');
  if (content instanceof HTMLAnchorElement) content.href = '#help';
  content.slot = slot;
  content.textContent = text;
  return content;
}
