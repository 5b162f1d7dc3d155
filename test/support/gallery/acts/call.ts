import { delay } from 'msw';
import { answer, endpoint } from '../../scenarios.js';
import type { Act, Stage } from '../scene.js';

const open = async (stage: Stage) => {
  stage.press('[part=button]');
  await stage.reaches('open');
};

/** The customer closes the call's window after a while. */
const close = async (stage: Stage) => {
  await open(stage);
  await stage.pass(5_000);
  stage.windows[0]?.close();
  await stage.pass(2_000);
};

/** The call's page cuts the tie to its window at once. */
const sever = async (stage: Stage) => {
  await open(stage);
  stage.windows[0]?.close();
  await stage.pass(2_000);
};

const outOfPatience = (stage: Stage) => stage.pass(61_000);

/** A call in a window of its own, from the click to the outcome. */
export const CALL: Act = {
  name: 'call',
  title: 'The call',
  scenes: [
    {
      name: 'opening',
      title: 'A window is up and waits for its link',
      handlers: endpoint({ post: async () => (await delay('infinite'), answer()) }),
      begins: 'ready',
      play: (stage) => stage.press('[part=button]'),
      ends: 'opening',
    },
    { name: 'open', title: 'The call is in another window', begins: 'ready', play: open, ends: 'open' },
    {
      name: 'open-host',
      title: 'The page or its native shell has the call',
      attributes: { mode: 'host' },
      begins: 'ready',
      play: async (stage) => {
        stage.element.addEventListener(
          'vkyc-start',
          (event) => {
            event.takeLink?.().catch(() => undefined);
          },
          { once: true },
        );
        await open(stage);
      },
      ends: 'open',
    },
    { name: 'checking', title: 'The window is gone', begins: 'ready', play: close, ends: 'checking' },
    {
      name: 'checking-severed',
      title: 'The window is out of our sight',
      begins: 'ready',
      play: sever,
      ends: 'checking',
    },
    {
      name: 'call-closed',
      title: 'No result yet',
      begins: 'ready',
      play: async (stage) => {
        await close(stage);
        await outOfPatience(stage);
      },
      ends: 'ready',
    },
    {
      name: 'severed',
      title: 'No result yet, and the call may be up',
      begins: 'ready',
      play: async (stage) => {
        await sever(stage);
        await outOfPatience(stage);
      },
      ends: 'ready',
    },
    {
      name: 'blocked',
      title: 'The browser blocked the window',
      begins: 'ready',
      play: (stage) => {
        stage.blockWindows();
        stage.press('[part=button]');
      },
    },
    {
      name: 'no-window',
      title: 'The browser opens no window at all',
      begins: 'ready',
      play: (stage) => {
        stage.blockWindows();
        stage.press('[part=button]');
        stage.press('[part=button]');
      },
    },
  ],
};
