import { delay, HttpResponse } from 'msw';
import { answer, endpoint } from '../../scenarios.js';
import type { SceneGroup, Scene, SceneContext } from '../scene.js';

const openChecklist = async (ctx: SceneContext) => {
  ctx.click('#prepare-button');
  await ctx.waitForVisible('#prepare .warning, #prepare .tick');
};

const showCode = async (ctx: SceneContext) => {
  ctx.click('#handoff-button');
  await ctx.waitForVisible('[part=qr]');
};

const copyLink = (works: boolean) => async (ctx: SceneContext) => {
  ctx.fakeClipboard(works);
  await showCode(ctx);
  ctx.click('.way');
  await ctx.waitForVisible('[part=handoff] .note');
};

const handoff = { attributes: { handoff: '' }, initialState: 'ready' } satisfies Partial<Scene>;

/** The panels below the button. */
export const PANEL_SCENES: SceneGroup = {
  name: 'panels',
  title: 'Checklist and handoff',
  scenes: [
    {
      name: 'prepare',
      title: 'The checklist, and what this device lacks',
      initialState: 'ready',
      play: openChecklist,
    },
    {
      name: 'prepare-ready',
      title: 'The checklist in host mode, where the device is not checked',
      attributes: { mode: 'host' },
      initialState: 'ready',
      play: openChecklist,
    },
    { ...handoff, name: 'handoff', title: 'The handoff is offered' },
    {
      ...handoff,
      name: 'handoff-fetching',
      title: 'The link for the phone is being fetched',
      handlers: endpoint({ post: async () => (await delay('infinite'), answer()) }),
      play: (ctx) => ctx.click('#handoff-button'),
    },
    {
      ...handoff,
      name: 'handoff-shown',
      title: 'The QR code, and the ways to send the link',
      play: showCode,
    },
    { ...handoff, name: 'handoff-copied', title: 'The link was copied', play: copyLink(true) },
    {
      ...handoff,
      name: 'handoff-not-copied',
      title: 'The browser did not copy the link',
      play: copyLink(false),
    },
    {
      ...handoff,
      name: 'handoff-failed',
      title: 'The link could not be fetched',
      handlers: endpoint({ post: () => new HttpResponse(null, { status: 429 }) }),
      play: async (ctx) => {
        ctx.click('#handoff-button');
        await ctx.waitForVisible('[part=handoff] .note');
      },
    },
  ],
};
