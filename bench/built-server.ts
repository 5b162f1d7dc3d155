import type * as Server from '../src/server/index.js';

const { href } = new URL('../dist/server.js', import.meta.url);

/** The published backend; `npm run bench:server` builds it first. */
export const { createVkycBackend, nodeListener, redisStore } = (await import(href)) as typeof Server;

export const SECRET = 'a-secret-of-the-benchmark-and-of-nothing-else';

/** EnKash's documented reply for one card. */
export const enkashReply = (enkashCardId: string, link = 'EXAMPLE') => ({
  code: 0,
  message: 'Success',
  payload: {
    enkashCardId,
    kycStatus: 'EnumModel(name=MIN_KYC_VERIFIED, label=Min Kyc Verified, description=null)',
    kycSubStatus: 'EnumModel(name=VKYC_IN_PROGRESS, label=VKYC In Progress, description=null)',
    kycLink: `https://investor-onboarding.signzy.tech/encash/6811e8e0/${link}/eMain?ns=encash`,
    kycExpiryDays: 1,
  },
});

/** The options of every measurement: always open, without a rate limit. */
export const UNLIMITED = {
  secret: SECRET,
  rateLimit: false,
  schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' },
} as const;

/** The headers of the element's requests. */
export const HEADERS = {
  'X-Enkash-Vkyc': '1',
  'Sec-Fetch-Site': 'same-origin',
  'Content-Type': 'application/json',
} as const;

/** A request to the session endpoint, as the element sends it. */
export const sessionRequest = (url: string, method: 'GET' | 'POST'): Request =>
  new Request(url, { method, headers: HEADERS, ...(method === 'POST' && { body: '{}' }) });
