import { delay, http, HttpResponse, type RequestHandler } from 'msw';
import { SAMPLE_STATUSES, type SampleStatusName } from '../../src/sandbox/sample-status.js';

/** The path of the session endpoint in all scenarios. */
export const ENDPOINT = '/vkyc/session/demo-token';

/** EnKash's link reply as its documentation shows it, byte for byte. */
export const SEED_REPLY = `{
    "code": 0,
    "message": "Success",
    "payload": {
        "enkashCardId": "EKCHUZJWZW",
        "kycStatus": "EnumModel(name=MIN_KYC_VERIFIED, label=Min Kyc Verified, description=null)",
        "kycSubStatus": "EnumModel(name=VKYC_IN_PROGRESS, label=VKYC In Progress, description=null)",
        "kycLink": "https://investor-onboarding-preproduction.signzy.tech/encash_preprod/6811e8e00e53e2001c75059b/1b66af3a5ac0663e0ce927a63c0aad382da284599b18e8ebd78f3fd2a97f45de1154d88c232c98fe/eMain?ns=encash_preprod",
        "kycExpiryDays": 1
    }
}`;

export const SEED_LINK =
  'https://investor-onboarding-preproduction.signzy.tech/encash_preprod/6811e8e00e53e2001c75059b/1b66af3a5ac0663e0ce927a63c0aad382da284599b18e8ebd78f3fd2a97f45de1154d88c232c98fe/eMain?ns=encash_preprod';

/** Monday 23 November 2026, 11:00 in India: EnKash is open. */
export const MONDAY_11 = Date.UTC(2026, 10, 23, 5, 30);

/** What a session endpoint says in one scenario. */
export interface Answer {
  readonly status?: SampleStatusName;
  readonly link?: string;
  readonly session?: Record<string, unknown>;
}

/** A 200 answer; by default a customer in progress on a Monday at eleven. */
export function answer({ status = 'in-progress', link, session }: Answer = {}): Response {
  return HttpResponse.json({
    code: 0,
    message: 'Success',
    payload: { ...SAMPLE_STATUSES[status], ...(link !== undefined && { kycLink: link }), kycExpiryDays: 1 },
    session: { serverTime: MONDAY_11, ...session },
  });
}

type Method = 'get' | 'post';
type Reply = (request: Request) => Response | Promise<Response>;

/** Handlers of the endpoint, one for each method; what is left out answers as a customer in progress would see it. */
export function endpoint(replies: Partial<Record<Method, Reply>> = {}): RequestHandler[] {
  const get = replies.get ?? (() => answer());
  const post = replies.post ?? (() => answer({ link: SEED_LINK }));
  return [
    http.get(ENDPOINT, ({ request }) => get(request)),
    http.post(ENDPOINT, ({ request }) => post(request)),
  ];
}

/** The named scenarios, for the tests and the gallery alike. */
export const scenarios = {
  seed: () =>
    endpoint({
      get: () => new HttpResponse(SEED_REPLY, { headers: { 'Content-Type': 'application/json' } }),
      post: () => new HttpResponse(SEED_REPLY, { headers: { 'Content-Type': 'application/json' } }),
    }),
  'not-started': () => endpoint({ get: () => answer({ status: 'not-started' }) }),
  'in-progress': () => endpoint(),
  'under-review': () => endpoint({ get: () => answer({ status: 'under-review' }) }),
  rejected: () => endpoint({ get: () => answer({ status: 'rejected' }) }),
  expired: () => endpoint({ get: () => answer({ status: 'expired' }) }),
  verified: () => endpoint({ get: () => answer({ status: 'verified' }) }),
  'closed-sunday': () =>
    endpoint({ get: () => answer({ session: { serverTime: Date.UTC(2026, 10, 22, 6) } }) }),
  loading: () => endpoint({ get: async () => (await delay('infinite'), answer()) }),
  'server-error': () => endpoint({ get: () => new HttpResponse(null, { status: 500 }) }),
  html: () => endpoint({ get: () => HttpResponse.html('<h1>Please sign in</h1>') }),
  'session-expired': () => endpoint({ get: () => new HttpResponse(null, { status: 410 }) }),
  offline: () => endpoint({ get: () => HttpResponse.error() }),
} as const satisfies Record<string, () => RequestHandler[]>;

export type Scenario = keyof typeof scenarios;
