import { delay, http, HttpResponse } from 'msw';
import { SAMPLE_STATUSES } from '../../../../src/sandbox/sample-status.js';
import { answer, endpoint, ENDPOINT, MONDAY_11, scenarios } from '../../scenarios.js';
import type { Act } from '../scene.js';

const unlisted = (label: string) => () =>
  HttpResponse.json({
    payload: {
      ...SAMPLE_STATUSES['in-progress'],
      kycSubStatus: `EnumModel(name=VKYC_NOT_LISTED, label=${label}, description=null)`,
    },
    session: { serverTime: MONDAY_11 },
  });

/** Where the customer stands, in each phase. */
export const STANDING: Act = {
  name: 'standing',
  title: 'Where the customer stands',
  scenes: [
    {
      name: 'loading',
      title: 'Asking for the first time',
      handlers: endpoint({ get: async () => (await delay('infinite'), answer()) }),
      begins: 'loading',
    },
    {
      name: 'no-badge',
      title: 'The backend tells nothing before the first click',
      handlers: [http.get(ENDPOINT, () => new HttpResponse(null, { status: 405 }))],
      attributes: { 'working-hours': '00:00-24:00', 'working-days': 'mon-sun' },
      begins: 'ready',
    },
    { name: 'not-started', title: 'KYC needed', handlers: scenarios['not-started'](), begins: 'ready' },
    { name: 'in-progress', title: 'In progress', begins: 'ready' },
    { name: 'under-review', title: 'Under review', handlers: scenarios['under-review'](), begins: 'ready' },
    { name: 'rejected', title: 'Not approved', handlers: scenarios.rejected(), begins: 'ready' },
    { name: 'expired', title: 'Expired', handlers: scenarios.expired(), begins: 'ready' },
    { name: 'verified', title: 'Verified: done', handlers: scenarios.verified(), begins: 'done' },
    {
      name: 'unknown',
      title: 'A status that nobody told us of',
      handlers: endpoint({ get: unlisted('Agent Call Back') }),
      begins: 'ready',
    },
    {
      name: 'long-label',
      title: 'The longest label a badge shows',
      handlers: endpoint({ get: unlisted('Awaiting Secondary Officer Documentation Recheck') }),
      begins: 'ready',
    },
  ],
};
