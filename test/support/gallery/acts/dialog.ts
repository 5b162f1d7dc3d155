import { delay } from 'msw';
import { answer, endpoint } from '../../scenarios.js';
import type { Act, Scene, Stage } from '../scene.js';

/** Stands in for the call's page, on the page's own origin. */
const CALL_PAGE = new URL('/demo/gallery/call.html', location.href);

const inPage = {
  handlers: endpoint({ post: () => answer({ link: CALL_PAGE.href }) }),
  attributes: { mode: 'iframe', 'allowed-link-hosts': CALL_PAGE.hostname },
  begins: 'ready',
  height: 560,
} satisfies Partial<Scene>;

const open = async (stage: Stage) => {
  stage.press('[part=button]');
  await stage.reaches('open');
};

const ask = async (stage: Stage) => {
  await open(stage);
  stage.press('[part=close-button]');
};

/** A call in the page. */
export const DIALOG: Act = {
  name: 'dialog',
  title: 'A call in the page',
  scenes: [
    {
      ...inPage,
      name: 'dialog-opening',
      title: 'The dialog waits for the link',
      handlers: endpoint({ post: async () => (await delay('infinite'), answer()) }),
      play: (stage) => stage.press('[part=button]'),
      ends: 'opening',
    },
    { ...inPage, name: 'dialog', title: 'The call is in the dialog', play: open, ends: 'open' },
    { ...inPage, name: 'dialog-question', title: 'Whether to end the call', play: ask, ends: 'open' },
    {
      ...inPage,
      name: 'dialog-ended',
      title: 'The call was ended in the dialog',
      height: 0,
      play: async (stage) => {
        await ask(stage);
        stage.press('[part=end-button]');
      },
      ends: 'checking',
    },
    {
      ...inPage,
      name: 'frame-failed',
      title: 'The page could not show the call',
      height: 0,
      play: async (stage) => {
        await open(stage);
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
      ends: 'ready',
    },
  ],
};
