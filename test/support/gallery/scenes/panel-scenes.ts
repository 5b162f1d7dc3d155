import { delay, HttpResponse } from 'msw';
import { answer, endpoint } from '../../scenarios.js';
import type { SceneGroup, Scene, SceneContext } from '../scene.js';

const prepare = async (stage: SceneContext) => {
  stage.click('#prepare-button');
  await stage.waitForVisible('#prepare .warning, #prepare .tick');
};

const show = async (stage: SceneContext) => {
  stage.click('#handoff-button');
  await stage.waitForVisible('[part=qr]');
};

const copy = (works: boolean) => async (stage: SceneContext) => {
  stage.fakeClipboard(works);
  await show(stage);
  stage.click('.way');
  await stage.waitForVisible('#handoff ~ .note');
};

const handoff = { attributes: { handoff: '' }, initialState: 'ready' } satisfies Partial<Scene>;

/** What opens below the button. */
export const PANEL_SCENES: SceneGroup = {
  name: 'panels',
  title: 'Before you start, and on the phone',
  scenes: [
    {
      name: 'prepare',
      title: 'What to have at hand, and what this device lacks',
      initialState: 'ready',
      play: prepare,
    },
    {
      name: 'prepare-ready',
      title: 'The native shell has the call, so nothing can be said against the device',
      attributes: { mode: 'host' },
      initialState: 'ready',
      play: prepare,
    },
    { ...handoff, name: 'handoff', title: 'The phone is offered' },
    {
      ...handoff,
      name: 'handoff-fetching',
      title: 'The link for the phone is on its way',
      handlers: endpoint({ post: async () => (await delay('infinite'), answer()) }),
      play: (stage) => stage.click('#handoff-button'),
    },
    { ...handoff, name: 'handoff-shown', title: 'The code, and the ways to send the link', play: show },
    { ...handoff, name: 'handoff-copied', title: 'The link was copied', play: copy(true) },
    { ...handoff, name: 'handoff-not-copied', title: 'The browser did not copy it', play: copy(false) },
    {
      ...handoff,
      name: 'handoff-failed',
      title: 'There is no link',
      handlers: endpoint({ post: () => new HttpResponse(null, { status: 429 }) }),
      play: async (stage) => {
        stage.click('#handoff-button');
        await stage.waitForVisible('#handoff ~ .note');
      },
    },
  ],
};
