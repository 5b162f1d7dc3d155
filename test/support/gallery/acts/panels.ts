import { delay, HttpResponse } from 'msw';
import { answer, endpoint } from '../../scenarios.js';
import type { Act, Scene, Stage } from '../scene.js';

const prepare = async (stage: Stage) => {
  stage.press('#prepare-button');
  await stage.shows('#prepare .warning, #prepare .tick');
};

const show = async (stage: Stage) => {
  stage.press('#handoff-button');
  await stage.shows('[part=qr]');
};

const copy = (works: boolean) => async (stage: Stage) => {
  stage.setClipboard(works);
  await show(stage);
  stage.press('.way');
  await stage.shows('#handoff ~ .note');
};

const handoff = { attributes: { handoff: '' }, begins: 'ready' } satisfies Partial<Scene>;

/** What opens below the button. */
export const PANELS: Act = {
  name: 'panels',
  title: 'Before you start, and on the phone',
  scenes: [
    {
      name: 'prepare',
      title: 'What to have at hand, and what this device lacks',
      begins: 'ready',
      play: prepare,
    },
    {
      name: 'prepare-ready',
      title: 'The native shell has the call, so nothing can be said against the device',
      attributes: { mode: 'host' },
      begins: 'ready',
      play: prepare,
    },
    { ...handoff, name: 'handoff', title: 'The phone is offered' },
    {
      ...handoff,
      name: 'handoff-fetching',
      title: 'The link for the phone is on its way',
      handlers: endpoint({ post: async () => (await delay('infinite'), answer()) }),
      play: (stage) => stage.press('#handoff-button'),
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
        stage.press('#handoff-button');
        await stage.shows('#handoff ~ .note');
      },
    },
  ],
};
