import { delay, http, HttpResponse } from 'msw';
import { SAMPLE_STATUSES } from '../../../../src/sandbox/sample-status.js';
import { answer, endpoint, ENDPOINT, MONDAY_11, scenarios } from '../../scenarios.js';
import type { SceneGroup } from '../scene.js';

const unlisted = (label: string) => () =>
  HttpResponse.json({
    payload: {
      ...SAMPLE_STATUSES['in-progress'],
      kycSubStatus: `EnumModel(name=VKYC_NOT_LISTED, label=${label}, description=null)`,
    },
    session: { serverTime: MONDAY_11 },
  });

const rejectedFor = (description: string) => () =>
  HttpResponse.json({
    payload: {
      ...SAMPLE_STATUSES.rejected,
      kycSubStatus: `EnumModel(name=VKYC_REJECTED, label=VKYC Rejected, description=${description})`,
    },
    session: { serverTime: MONDAY_11 },
  });

/** The customer's status, in each phase. */
export const STATUS_SCENES: SceneGroup = {
  name: 'status',
  title: 'KYC status',
  scenes: [
    {
      name: 'loading',
      title: 'The first status request',
      handlers: endpoint({ get: async () => (await delay('infinite'), answer()) }),
      initialState: 'loading',
    },
    {
      name: 'no-badge',
      title: 'The backend reports no status before the first click',
      handlers: [http.get(ENDPOINT, () => new HttpResponse(null, { status: 405 }))],
      attributes: { 'working-hours': '00:00-24:00', 'working-days': 'mon-sun' },
      initialState: 'ready',
    },
    { name: 'not-started', title: 'KYC needed', handlers: scenarios['not-started'](), initialState: 'ready' },
    { name: 'in-progress', title: 'In progress', initialState: 'ready' },
    {
      name: 'under-review',
      title: 'Under review',
      handlers: scenarios['under-review'](),
      initialState: 'ready',
    },
    { name: 'rejected', title: 'Not approved', handlers: scenarios.rejected(), initialState: 'ready' },
    {
      name: 'rejected-reason',
      title: 'Not approved, for a reason that EnKash gives',
      handlers: endpoint({ get: rejectedFor('Photo on the PAN card is not clear') }),
      initialState: 'ready',
      play: (ctx) => ctx.waitForVisible('#prepare .checklist'),
    },
    { name: 'expired', title: 'Expired', handlers: scenarios.expired(), initialState: 'ready' },
    { name: 'verified', title: 'Verified: done', handlers: scenarios.verified(), initialState: 'done' },
    {
      name: 'unknown',
      title: 'An unlisted status',
      handlers: endpoint({ get: unlisted('Agent Call Back') }),
      initialState: 'ready',
    },
    {
      name: 'long-label',
      title: 'The longest label a badge shows',
      handlers: endpoint({ get: unlisted('Awaiting Secondary Officer Documentation Recheck') }),
      initialState: 'ready',
    },
  ],
};
