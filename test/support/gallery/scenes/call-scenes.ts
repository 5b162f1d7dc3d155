import { delay } from 'msw';
import { answer, endpoint } from '../../scenarios.js';
import type { SceneGroup, SceneContext } from '../scene.js';

const openCall = async (ctx: SceneContext) => {
  ctx.click('[part~=button]');
  await ctx.waitForState('open');
};

/** Closes the call's window after a while, as the customer. */
const closeCall = async (ctx: SceneContext) => {
  await openCall(ctx);
  await ctx.advance(5_000);
  ctx.popups[0]?.close();
  await ctx.advance(2_000);
};

/** Makes the window read as closed at once, as a call page with its own opener policy does. */
const severCall = async (ctx: SceneContext) => {
  await openCall(ctx);
  ctx.popups[0]?.close();
  await ctx.advance(2_000);
};

/** Advances past the time for which the element checks for a result. */
const endChecking = (ctx: SceneContext) => ctx.advance(61_000);

/** A call in its own window, from the click to the outcome. */
export const CALL_SCENES: SceneGroup = {
  name: 'call',
  title: 'The call',
  scenes: [
    {
      name: 'opening',
      title: 'The window waits for its link',
      handlers: endpoint({ post: async () => (await delay('infinite'), answer()) }),
      initialState: 'ready',
      play: (ctx) => ctx.click('[part~=button]'),
      finalState: 'opening',
    },
    {
      name: 'open',
      title: 'The call is in another window',
      initialState: 'ready',
      play: openCall,
      finalState: 'open',
    },
    {
      name: 'open-host',
      title: 'The native shell shows the call',
      attributes: { mode: 'host' },
      initialState: 'ready',
      play: async (ctx) => {
        ctx.element.addEventListener(
          'vkyc-start',
          (event) => {
            event.takeLink?.().catch(() => undefined);
          },
          { once: true },
        );
        await openCall(ctx);
      },
      finalState: 'open',
    },
    {
      name: 'checking',
      title: 'The window is closed',
      initialState: 'ready',
      play: closeCall,
      finalState: 'checking',
    },
    {
      name: 'checking-severed',
      title: 'The window can no longer be observed',
      initialState: 'ready',
      play: severCall,
      finalState: 'checking',
    },
    {
      name: 'call-closed',
      title: 'No result yet',
      initialState: 'ready',
      play: async (ctx) => {
        await closeCall(ctx);
        await endChecking(ctx);
      },
      finalState: 'ready',
    },
    {
      name: 'severed',
      title: 'No result yet, and the call may still be running',
      initialState: 'ready',
      play: async (ctx) => {
        await severCall(ctx);
        await endChecking(ctx);
      },
      finalState: 'ready',
    },
    {
      name: 'blocked',
      title: 'The browser blocked the window',
      initialState: 'ready',
      play: (ctx) => {
        ctx.blockPopups();
        ctx.click('[part~=button]');
      },
    },
    {
      name: 'no-window',
      title: 'The browser blocked the window twice',
      initialState: 'ready',
      play: (ctx) => {
        ctx.blockPopups();
        ctx.click('[part~=button]');
        ctx.click('[part~=button]');
      },
    },
  ],
};
