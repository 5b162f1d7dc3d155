import { CARD, grant, LINK, type Received, type Fault, type Plan } from './partner.js';

const isClick = ({ request }: Received) => request.method === 'POST';
const fields = (value: unknown) => value as Readonly<Record<string, unknown>>;

/** The same answer with one header changed. */
export const withHeader = (plan: Plan, name: string, value: string): Plan => ({
  ...plan,
  headers: { ...plan.headers, [name]: value },
});

/** A 200 with members of its body changed; undefined for a refusal. */
export const withBody = (plan: Plan, change: object): Plan | undefined =>
  plan.status === 200 ? { ...plan, body: { ...fields(plan.body), ...change } } : undefined;

/** A 200 with members of its payload changed; undefined for a refusal. */
export const withPayload = (plan: Plan, change: object): Plan | undefined =>
  withBody(plan, { payload: { ...fields(fields(plan.body)['payload']), ...change } });

const withSession = (plan: Plan, change: object): Plan | undefined =>
  withBody(plan, { session: { ...fields(fields(plan.body)['session']), ...change } });

const codeOf = ({ body }: Plan) => fields(fields(body)['error'] ?? {})['code'];

/** Answers 200 where a valid backend refuses with this code. */
const grantInsteadOf =
  (code: string): Fault =>
  (received, plan) =>
    codeOf(plan) === code ? grant(isClick(received), plan.time) : undefined;

/** Changes the answer where a valid backend refuses with this code. */
const insteadOf =
  (code: string, change: Partial<Plan>): Fault =>
  (_, plan) =>
    codeOf(plan) === code ? { ...plan, ...change } : undefined;

let clicks = 0;

/** A backend for each rule, which breaks only this rule. */
export const INVALID_BACKENDS: Readonly<Record<string, Fault>> = {
  answers: (_, plan) => (plan.status === 200 ? { ...plan, status: 500, body: {} } : undefined),
  json: (_, plan) => (plan.status === 200 ? withHeader(plan, 'Content-Type', 'text/plain') : undefined),
  size: insteadOf('method_not_allowed', { body: { padding: 'x'.repeat(70_000) } }),
  envelope: (received, plan) => (isClick(received) ? undefined : withBody(plan, { code: 42 })),
  session: (_, plan) => withSession(plan, { expiresAt: 'in 15 minutes' }),
  'server-time': (_, plan) => withSession(plan, { serverTime: plan.time - 400_000 }),
  expiry: (_, plan) => withSession(plan, { expiresAt: plan.time + 86_400_001 }),
  link: (received, plan) =>
    isClick(received) ? withPayload(plan, { kycLink: 'https://evil.example/' }) : undefined,
  'one-link': (received, plan) =>
    isClick(received) ? withPayload(plan, { kycLink: `${LINK}&n=${(clicks += 1)}` }) : undefined,
  'link-in-get': (received, plan) =>
    isClick(received)
      ? undefined
      : withBody(withPayload(plan, { kycLink: LINK }) ?? plan, { session: { pollAfter: 5_000 } }),
  'header-check': grantInsteadOf('missing_header'),
  'cross-site': grantInsteadOf('cross_site'),
  'invalid-session': grantInsteadOf('invalid_session'),
  'card-id-from-browser': ({ text }, plan) =>
    text.includes('CHECKER_OTHER_CARD')
      ? withPayload(plan, { enkashCardId: 'CHECKER_OTHER_CARD' })
      : undefined,
  jsonp: ({ url }, plan) =>
    url.searchParams.has('callback') && plan.status === 200
      ? { ...plan, body: `x(${JSON.stringify(plan.body)})` }
      : undefined,
  'method-override': ({ request }, plan) =>
    request.headers.has('x-http-method-override') ? withPayload(plan, { kycLink: LINK }) : undefined,
  method: insteadOf('method_not_allowed', { status: 200, body: {} }),
  'content-type': grantInsteadOf('unsupported_media_type'),
  'large-body': grantInsteadOf('too_large'),
  'no-crash': insteadOf('bad_request', { status: 500 }),
  'html-error': insteadOf('method_not_allowed', {
    headers: { 'Content-Type': 'text/html' },
    body: '<h1>Not allowed</h1>',
  }),
  redirect: insteadOf('invalid_session', {
    status: 302,
    headers: { Location: 'https://login.example/' },
    body: '',
  }),
  'no-store': (_, plan) => (plan.status === 200 ? withHeader(plan, 'Cache-Control', 'private') : undefined),
  cors: ({ request }, plan) =>
    withHeader(plan, 'Access-Control-Allow-Origin', request.headers.get('origin') ?? 'https://shop.example'),
  'leaked-headers': (_, plan) => withHeader(plan, 'X-Upstream', 'Bearer PLANTED-BEARER-TOKEN'),
  'leaked-body': (_, plan) => withPayload(plan, { partner: [{ partnerId: 'PLANTEDPARTNER' }] }),
  'leaked-error': insteadOf('invalid_session', { body: { error: { code: 'none', message: `No ${CARD}` } } }),
  'personal-data': (_, plan) => withPayload(plan, { customer: { mobile: 'PLANTED' } }),
  'stack-trace': insteadOf('method_not_allowed', {
    body: { message: 'Error: x\n    at handler (/srv/app/index.js:3:7)' },
  }),
  'server-version': (_, plan) => withHeader(plan, 'X-Powered-By', 'PHP/8.2'),
  nosniff: (_, plan) => withHeader(plan, 'X-Content-Type-Options', 'no'),
};

/** Further backends, each with the only rule that it breaks. */
export const OTHER_WAYS: readonly (readonly [rule: string, fault: Fault])[] = [
  ['answers', (_, plan) => (plan.status === 200 ? { ...plan, status: 405, body: {} } : undefined)],
  ['json', (_, plan) => (plan.status === 200 ? { ...plan, body: '{"code": 0, "pay' } : undefined)],
  [
    'envelope',
    (received, plan) => (isClick(received) ? undefined : withBody(plan, { payload: { status: 'fine' } })),
  ],
  ['session', (_, plan) => withSession(plan, { expiresAt: plan.time - 1 })],
  ['session', (_, plan) => withSession(plan, { pollAfter: '5 s' })],
  ['server-time', (_, plan) => withSession(plan, { serverTime: plan.time + 300_001 })],
  ['server-time', (_, plan) => withSession(plan, { serverTime: Math.floor(plan.time / 1000) })],
  ['link', (received, plan) => (isClick(received) ? withPayload(plan, { kycLink: null }) : undefined)],
  [
    'link',
    (received, plan) =>
      isClick(received) ? withPayload(plan, { kycLink: LINK.replace('https', 'http') }) : undefined,
  ],
  [
    'cross-site',
    ({ request }, plan) =>
      request.headers.get('sec-fetch-site') === 'same-site' ? grant(false, plan.time) : undefined,
  ],
  [
    'cross-site',
    ({ request, url }, plan) =>
      (request.headers.get('origin') ?? '').endsWith(`attacker${url.hostname}`)
        ? grant(false, plan.time)
        : undefined,
  ],
  [
    'content-type',
    ({ request }, plan) =>
      request.headers.get('content-type') === 'application/x-www-form-urlencoded'
        ? grant(true, plan.time)
        : undefined,
  ],
  [
    'card-id-from-browser',
    ({ request }, plan) =>
      request.headers.has('x-card-id') ? withPayload(plan, { kycStatus: 'FULL_KYC_VERIFIED' }) : undefined,
  ],
  ['envelope', (_, plan) => withPayload(plan, { kycStatus: 'Pending' })],
  ['personal-data', (_, plan) => withPayload(plan, { note: 'ABCDE1234F' })],
  ['personal-data', (_, plan) => withBody(plan, { contact: ['planted@example.com'] })],
  ['leaked-body', (_, plan) => withPayload(plan, { authToken: 'PLANTED' })],
  ['leaked-body', (_, plan) => withBody(plan, { bearer: 'PLANTED' })],
  ['leaked-headers', (_, plan) => withHeader(plan, 'Set-Cookie', `card=${CARD}`)],
  ['leaked-error', insteadOf('invalid_session', { body: { code: 4001, message: 'No.', payload: null } })],
  ['stack-trace', insteadOf('bad_request', { body: { error: 'java.lang.NullPointerException' } })],
  ['stack-trace', insteadOf('bad_request', { body: 'pq: syntax error at or near "x"' })],
  ['stack-trace', insteadOf('bad_request', { body: 'panic: runtime error: index out of range' })],
  ['method', insteadOf('method_not_allowed', { status: 400 })],
  ['content-type', insteadOf('unsupported_media_type', { status: 400 })],
  ['large-body', insteadOf('too_large', { status: 400 })],
  ['cors', (_, plan) => withHeader(plan, 'Access-Control-Allow-Origin', '*')],
  [
    'cors',
    ({ request, url }, plan) => {
      const origin = request.headers.get('origin') ?? '';
      return origin.startsWith(`https://${url.hostname}`)
        ? withHeader(plan, 'Access-Control-Allow-Origin', origin)
        : undefined;
    },
  ],
  ['no-store', (_, plan) => withHeader(plan, 'Age', '7')],
  ['no-store', (_, plan) => withHeader(plan, 'Cache-Control', 'PLANTED-TOKEN-OF-MORE-THAN-24-CHARACTERS')],
  ['no-store', (_, plan) => withHeader(plan, 'X-Cache', 'HIT from edge')],
  ['leaked-headers', (_, plan) => withHeader(plan, 'partnerId', 'PLANTEDPARTNER')],
  ['leaked-headers', (_, plan) => withHeader(plan, 'X-About', CARD)],
  ['leaked-body', (_, plan) => withBody(plan, { message: 'Bearer PLANTED-BEARER-TOKEN' })],
  ['leaked-error', insteadOf('bad_request', { body: { error: { link: LINK } } })],
  ['stack-trace', insteadOf('bad_request', { body: 'Traceback (most recent call last)' })],
  ['stack-trace', insteadOf('bad_request', { body: 'Error<br> &nbsp; &nbsp;at JSON.parse' })],
  ['server-version', (_, plan) => withHeader(plan, 'Server', 'nginx/1.27')],
  [
    'header-check',
    (received, plan) => (isClick(received) ? undefined : grantInsteadOf('missing_header')(received, plan)),
  ],
  [
    'cross-site',
    (received, plan) =>
      received.request.headers.has('sec-fetch-site')
        ? undefined
        : grantInsteadOf('cross_site')(received, plan),
  ],
  [
    'card-id-from-browser',
    ({ url }, plan) =>
      url.searchParams.has('enKashCardId') ? { ...plan, status: 404, body: {} } : undefined,
  ],
];

/** An answer that is larger than the element reads. */
export const TOO_LARGE: Plan = {
  status: 200,
  time: 0,
  headers: { 'Content-Type': 'application/json' },
  body: { padding: 'x'.repeat(70_000) },
};
