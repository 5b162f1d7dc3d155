import { delay } from 'msw';
import { answer, endpoint } from '../../scenarios.js';
import type { SceneGroup, SceneContext } from '../scene.js';

const open = async (stage: SceneContext) => {
  stage.click('[part=button]');
  await stage.waitForState('open');
};

/** The customer closes the call's window after a while. */
const close = async (stage: SceneContext) => {
  await open(stage);
  await stage.advance(5_000);
  stage.popups[0]?.close();
  await stage.advance(2_000);
};

/** The call's page cuts the tie to its window at once. */
const sever = async (stage: SceneContext) => {
  await open(stage);
  stage.popups[0]?.close();
  await stage.advance(2_000);
};

const outOfPatience = (stage: SceneContext) => stage.advance(61_000);

/** A call in a window of its own, from the click to the outcome. */
export const CALL_SCENES: SceneGroup = {
  name: 'call',
  title: 'The call',
  scenes: [
    {
      name: 'opening',
      title: 'A window is up and waits for its link',
      handlers: endpoint({ post: async () => (await delay('infinite'), answer()) }),
      initialState: 'ready',
      play: (stage) => stage.click('[part=button]'),
      finalState: 'opening',
    },
    {
      name: 'open',
      title: 'The call is in another window',
      initialState: 'ready',
      play: open,
      finalState: 'open',
    },
    {
      name: 'open-host',
      title: 'The page or its native shell has the call',
      attributes: { mode: 'host' },
      initialState: 'ready',
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
      finalState: 'open',
    },
    {
      name: 'checking',
      title: 'The window is gone',
      initialState: 'ready',
      play: close,
      finalState: 'checking',
    },
    {
      name: 'checking-severed',
      title: 'The window is out of our sight',
      initialState: 'ready',
      play: sever,
      finalState: 'checking',
    },
    {
      name: 'call-closed',
      title: 'No result yet',
      initialState: 'ready',
      play: async (stage) => {
        await close(stage);
        await outOfPatience(stage);
      },
      finalState: 'ready',
    },
    {
      name: 'severed',
      title: 'No result yet, and the call may be up',
      initialState: 'ready',
      play: async (stage) => {
        await sever(stage);
        await outOfPatience(stage);
      },
      finalState: 'ready',
    },
    {
      name: 'blocked',
      title: 'The browser blocked the window',
      initialState: 'ready',
      play: (stage) => {
        stage.blockPopups();
        stage.click('[part=button]');
      },
    },
    {
      name: 'no-window',
      title: 'The browser opens no window at all',
      initialState: 'ready',
      play: (stage) => {
        stage.blockPopups();
        stage.click('[part=button]');
        stage.click('[part=button]');
      },
    },
  ],
};
