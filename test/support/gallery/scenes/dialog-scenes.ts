import { delay } from 'msw';
import { answer, endpoint } from '../../scenarios.js';
import type { SceneGroup, Scene, SceneContext } from '../scene.js';

/** A fake page of the call, on the gallery's own origin. */
const CALL_PAGE = new URL('/test/support/gallery/call.html', location.href);

const inDialog = {
  handlers: endpoint({ post: () => answer({ link: CALL_PAGE.href }) }),
  attributes: { mode: 'iframe', 'allowed-link-hosts': CALL_PAGE.hostname },
  initialState: 'ready',
  height: 560,
} satisfies Partial<Scene>;

const openCall = async (ctx: SceneContext) => {
  ctx.click('[part~=button]');
  await ctx.waitForState('open');
};

const requestEnd = async (ctx: SceneContext) => {
  await openCall(ctx);
  ctx.click('[part=close-button]');
};

/** A call in a dialog of the page. */
export const DIALOG_SCENES: SceneGroup = {
  name: 'dialog',
  title: 'The call in a dialog',
  scenes: [
    {
      ...inDialog,
      name: 'dialog-opening',
      title: 'The dialog waits for the link',
      handlers: endpoint({ post: async () => (await delay('infinite'), answer()) }),
      play: (ctx) => ctx.click('[part~=button]'),
      finalState: 'opening',
    },
    { ...inDialog, name: 'dialog', title: 'The call is in the dialog', play: openCall, finalState: 'open' },
    {
      ...inDialog,
      name: 'dialog-question',
      title: 'The question whether to end the call',
      play: requestEnd,
      finalState: 'open',
    },
    {
      ...inDialog,
      name: 'dialog-ended',
      title: 'The call was ended from the dialog',
      height: 0,
      play: async (ctx) => {
        await requestEnd(ctx);
        ctx.click('[part=end-button]');
      },
      finalState: 'ready',
    },
    {
      ...inDialog,
      name: 'dialog-answered',
      title: 'The outcome is known before the dialog is closed',
      play: async (ctx) => {
        await requestEnd(ctx);
        ctx.useHandlers(endpoint({ get: () => answer({ status: 'under-review' }) }));
        // the first of them may be a request that is already pending
        do await ctx.element.refresh();
        while (ctx.element.phase !== 'under-review');
        await ctx.waitForVisible('.dialog [data-phase]');
      },
      finalState: 'open',
    },
    {
      ...inDialog,
      name: 'frame-failed',
      title: 'The page could not show the call',
      height: 0,
      play: async (ctx) => {
        await openCall(ctx);
        const blockedURI = CALL_PAGE.origin;
        document.dispatchEvent(
          new SecurityPolicyViolationEvent('securitypolicyviolation', {
            ...{
              documentURI: '',
              violatedDirective: '',
              originalPolicy: '',
              disposition: 'enforce',
              statusCode: 0,
            },
            effectiveDirective: 'frame-src',
            blockedURI,
          }),
        );
      },
      finalState: 'ready',
    },
  ],
};
