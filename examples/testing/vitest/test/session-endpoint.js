import { createSandbox } from 'enkash-vkyc-button/sandbox';
import { createVkycBackend, passwordToken } from 'enkash-vkyc-button/server';
import { http } from 'msw';

export const CARD = 'EKCHUZJWZW';

/** EnKash in memory. A test puts the customer where it needs them: `sandbox.setStatus(CARD, 'rejected')`. */
export const sandbox = createSandbox();

const { partnerId, ...login } = sandbox.credentials;
const fetchEnkash = (...request) => sandbox.enkash(new Request(...request));
const vkyc = createVkycBackend({
  enkash: {
    baseUrl: sandbox.enkashOrigin,
    partnerId,
    token: passwordToken({ tokenUrl: sandbox.tokenUrl, ...login, fetch: fetchEnkash }),
    statusUrl: sandbox.statusUrl,
  },
  secret: crypto.randomUUID(),
  schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' },
  fetch: fetchEnkash,
});

/** The real backend as MSW's answer to the button. */
export const sessionEndpoint = http.all('*/vkyc/session/*', ({ request }) => vkyc.handle(request));

export async function openSession() {
  return (await vkyc.createSession({ enKashCardId: CARD })).endpoint;
}
