import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkBackend, RULES, type CheckOptions, type CheckResult } from '../../src/check/check-backend.js';
import {
  INVALID_BACKENDS,
  OTHER_WAYS,
  TOO_LARGE,
  withBody,
  withPayload,
} from '../support/check/invalid-backends.js';
import { CARD, grant, LINK, SESSION, startPartner, type Fault, type Plan } from '../support/check/partner.js';

const NOW = Date.parse('2026-11-23T05:30:00Z');
const OPTIONS: CheckOptions = { mint: true, now: () => NOW };

const SECRETS = [SESSION, LINK, CARD, 'PLANTED', 'evil.example'];

/** The results for a backend with one fault. None of its secrets may be in the report. */
async function resultsFor(
  fault?: Fault,
  options: CheckOptions = {},
  { query = '', path = `/vkyc/${SESSION}` } = {},
): Promise<readonly CheckResult[]> {
  const partner = await startPartner(() => NOW, fault);
  try {
    const report = await checkBackend(partner.origin + path + query, { ...OPTIONS, ...options });
    const text = JSON.stringify(report);
    for (const secret of SECRETS) assert.ok(!text.includes(secret));
    return report.findings;
  } finally {
    await partner.stop();
  }
}

const named = (found: readonly CheckResult[], ...verdicts: readonly CheckResult['verdict'][]) =>
  found.filter(({ verdict }) => verdicts.includes(verdict)).map(({ rule }) => rule);

const faulty = (found: readonly CheckResult[]) => named(found, 'fail', 'critical');

describe('checkBackend', () => {
  it('passes a valid backend by every rule', async () => {
    const found = await resultsFor();
    assert.deepEqual(
      named(found, 'pass'),
      RULES.map(({ id }) => id),
    );
  });

  for (const [rule, fault] of Object.entries(INVALID_BACKENDS))
    it(`reports only the rule that a backend breaks: ${rule}`, async () => {
      const found = await resultsFor(fault);
      assert.deepEqual(faulty(found), [rule]);
      const finding = found.find((one) => one.rule === rule);
      assert.equal(finding?.verdict, RULES.find(({ id }) => id === rule)?.level);
    });

  it('reports the rule for other ways to break it', async () => {
    for (const [rule, fault] of OTHER_WAYS) assert.deepEqual(faulty(await resultsFor(fault)), [rule]);
  });

  it('reports a slow backend', async () => {
    let time = NOW;
    const slow: Fault = ({ request }) => {
      if (request.method === 'PATCH') time += 5_001;
      return undefined;
    };
    assert.deepEqual(faulty(await resultsFor(slow, { now: () => time })), ['slow']);
  });

  it('reports a card id or a token in the URL, by value or by name', async () => {
    for (const query of [`?c=${CARD}`, '?enKashCardId=x', '?access_token=x'])
      assert.deepEqual(faulty(await resultsFor(undefined, {}, { query })), ['card-id-in-url'], query);
  });

  it('reports a session that can be counted up', async () => {
    const counted: Fault = ({ url }, plan) =>
      url.pathname === '/vkyc/1041' && plan.status === 401 ? grant(false, NOW) : undefined;
    assert.deepEqual(faulty(await resultsFor(counted, { mint: false }, { path: '/vkyc/1041' })), [
      'invalid-session',
    ]);
  });

  it('tampers with the session in the path or in the query', async () => {
    const inQuery: Fault = ({ url }, plan) =>
      url.searchParams.get('s') === `${SESSION}2` && plan.status === 401 ? grant(false, NOW) : undefined;
    const options = { mint: false };
    const place = { path: '/vkyc/session', query: `?lang=en&s=${SESSION}2` };
    assert.deepEqual(faulty(await resultsFor(inQuery, options, place)), []);
    const inNone: Fault = (_, plan) => (plan.status === 401 ? grant(false, NOW) : undefined);
    assert.deepEqual(faulty(await resultsFor(inNone, options, place)), ['invalid-session']);
  });

  it('reports http on another machine', async () => {
    const partner = await startPartner(() => NOW);
    const reach: typeof fetch = (url, init) =>
      fetch((url as string).replace('http://shop.example', partner.origin), init);
    const report = await checkBackend(`http://shop.example/vkyc/${SESSION}`, { ...OPTIONS, fetch: reach });
    await partner.stop();
    assert.deepEqual(faulty(report.findings), ['https']);
  });

  it('reports a header of the request in an answer', async () => {
    const echo: Fault = ({ request }, plan) =>
      withBody(plan, { debug: request.headers.get('cookie') ?? 'none' });
    const headers = { Cookie: 'sid=PLANTED-7c1f' };
    assert.deepEqual(faulty(await resultsFor(echo, { headers })), ['leaked-body']);
  });

  it('has an invalid backend for every rule', () => {
    const tested = [...Object.keys(INVALID_BACKENDS), 'slow', 'card-id-in-url', 'https'];
    assert.deepEqual(tested.sort(), RULES.map(({ id }) => id).sort());
  });

  it('reads as much of an answer as the element', async () => {
    const found = await resultsFor((_, plan) => (plan.status === 200 ? TOO_LARGE : undefined));
    assert.ok(faulty(found).includes('size'));
  });

  it('passes the smallest backends: GET only, POST only', async () => {
    const alone =
      (missing: string): Fault =>
      ({ request }, plan) =>
        request.method === missing ? { ...plan, status: 405, body: {} } : undefined;
    assert.deepEqual(faulty(await resultsFor(alone('GET'))), []);
    const withLink: Fault = (received, plan) =>
      alone('POST')(received, plan) ??
      withBody(withPayload(plan, { kycLink: LINK }) ?? plan, {
        session: { serverTime: NOW, pollAfter: null },
      });
    assert.deepEqual(faulty(await resultsFor(withLink)), []);
  });

  it('passes a bare payload', async () => {
    const bare: Fault = (_, plan) =>
      plan.status === 200 ? { ...plan, body: (plan.body as { payload: unknown }).payload } : undefined;
    assert.deepEqual(faulty(await resultsFor(bare)), []);
  });

  describe('finds no fault with the smallest backends that check who is asking:', () => {
    let links = 0;
    const reply = (plan: Plan, kycLink?: string): Plan => ({
      ...plan,
      status: 200,
      headers: {
        'X-Powered-By': 'Express',
        'X-Content-Type-Options': '',
        'Content-Type': 'application/json',
      },
      body: {
        code: 0,
        message: 'Success',
        payload: {
          enkashCardId: CARD,
          kycStatus: 'MIN_KYC_VERIFIED',
          kycSubStatus: 'VKYC_IN_PROGRESS',
          kycLink,
        },
      },
    });
    const isRefused = ({ status }: Plan) => [401, 403].includes(status);
    const notFound = (plan: Plan): Plan => ({
      ...plan,
      status: 404,
      headers: { 'Content-Type': 'text/html' },
      body: '<p>No</p>',
    });

    for (const [what, fault] of Object.entries<Fault>({
      'one route with a new link for every method': (_, plan) =>
        isRefused(plan) ? undefined : reply(plan, `${LINK}&n=${(links += 1)}`),
      'GET only': ({ request }, plan) =>
        isRefused(plan) ? undefined : request.method === 'GET' ? reply(plan, LINK) : notFound(plan),
      'POST only': ({ request }, plan) =>
        isRefused(plan) ? undefined : request.method === 'POST' ? reply(plan, LINK) : notFound(plan),
      'behind a load balancer that names its version': (_, plan) => ({
        ...plan,
        headers: { ...plan.headers, Server: 'awselb/2.0' },
      }),
    }))
      it(what, async () => {
        for (const mint of [true, false]) assert.deepEqual(faulty(await resultsFor(fault, { mint })), []);
      });
  });

  describe('judges a URL that is the same for every customer by its cookie', () => {
    const path = '/api/v1/vkyc';
    const signedIn =
      (isChecked: boolean): Fault =>
      ({ request }, plan) => {
        const cookie = request.headers.get('cookie') ?? '';
        if (plan.status !== 401) return undefined;
        const isValid = isChecked ? cookie === 'sid=PLANTED0123456789' : cookie !== '';
        return isValid ? { ...plan, ...grant(request.method === 'POST', NOW) } : undefined;
      };
    const headers = { Cookie: 'sid=PLANTED0123456789' };

    it('and passes one that refuses an invented cookie', async () => {
      const found = await resultsFor(signedIn(true), { headers }, { path });
      assert.ok(named(found, 'pass').includes('invalid-session'));
    });

    it('and reports one that accepts any cookie, or needs none', async () => {
      assert.ok(faulty(await resultsFor(signedIn(false), { headers }, { path })).includes('invalid-session'));
      const open: Fault = ({ request }, plan) =>
        plan.status === 401 ? { ...plan, ...grant(request.method === 'POST', NOW) } : undefined;
      assert.ok(faulty(await resultsFor(open, {}, { path })).includes('invalid-session'));
    });
  });

  it('reports a signed session whose signature is not checked, and a card id that is readable in it', async () => {
    const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const jwt = (claims: object) =>
      `${base64({ alg: 'HS256' })}.${base64(claims)}.c2lnbmF0dXJlLW9mLXRoaXJ0eS10d28tYnl0ZXM`;
    const exp = Math.floor(NOW / 1000) + 900;
    const acceptsJson: Fault = ({ request, url }, plan) => {
      const [, claims = ''] = (url.pathname.split('/').at(-1) ?? '').split('.');
      const isJson = Buffer.from(claims, 'base64url').toString().startsWith('{"sub"');
      return plan.status === 401 && isJson
        ? { ...plan, ...grant(request.method === 'POST', NOW) }
        : undefined;
    };
    // What else this backend lacks does not matter here.
    const relevant = new Set(['invalid-session', 'card-id-in-url', 'expiry']);
    const faults = async (claims: object) =>
      faulty(await resultsFor(acceptsJson, {}, { path: `/vkyc/${jwt(claims)}` })).filter((rule) =>
        relevant.has(rule),
      );
    assert.deepEqual(await faults({ sub: 'customer-abc', exp }), ['invalid-session']);
    assert.deepEqual(await faults({ sub: CARD, exp }), ['invalid-session', 'card-id-in-url']);
    assert.deepEqual(await faults({ sub: 'customer-abc' }), ['expiry', 'invalid-session']);
  });

  it('skips the rules that it cannot test outside opening hours', async () => {
    const found = await resultsFor(({ request }, plan) =>
      request.method === 'POST' && plan.status === 200
        ? { ...plan, status: 409, body: { error: { code: 'closed_hours' } } }
        : undefined,
    );
    assert.deepEqual(faulty(found), []);
    assert.deepEqual(named(found, 'skipped'), ['link', 'one-link']);
  });

  it('skips refusals that ordinary requests get too', async () => {
    const found = await resultsFor((_, plan) => ({ ...plan, status: 403, body: {} }));
    assert.deepEqual(faulty(found), ['answers']);
    for (const rule of ['json', 'envelope', 'session', 'server-time', 'link-in-get'])
      assert.ok(named(found, 'skipped').includes(rule), rule);
    const inconclusive = [
      'header-check',
      'cross-site',
      'invalid-session',
      'card-id-from-browser',
      'content-type',
    ];
    for (const rule of inconclusive) assert.ok(named(found, 'skipped').includes(rule), rule);
  });

  it('does not count a rate limit as a refusal', async () => {
    let left = 3;
    const found = await resultsFor((_, plan) =>
      (left -= 1) < 0 ? { ...plan, status: 429, body: {} } : undefined,
    );
    assert.deepEqual(faulty(found), []);
    assert.ok(named(found, 'skipped').includes('header-check'));
  });

  it('reports why there is no answer, and sends no further request', async () => {
    const partner = await startPartner(() => NOW);
    await partner.stop();
    const report = await checkBackend(partner.endpoint);
    assert.deepEqual(report, { requests: 1, findings: [], failure: 'ECONNREFUSED' });
  });

  describe('without mint', () => {
    it('sends only GET and OPTIONS', async () => {
      const partner = await startPartner(() => NOW);
      await checkBackend(partner.endpoint, { now: () => NOW });
      await partner.stop();
      assert.deepEqual(new Set(partner.methods), new Set(['GET', 'OPTIONS']));
    });

    it('skips the rules that need POST, and passes the others', async () => {
      const found = await resultsFor(undefined, { mint: false });
      assert.deepEqual(faulty(found), []);
      const skippedRules = ['link', 'one-link', 'method', 'content-type', 'large-body'];
      assert.deepEqual(named(found, 'skipped'), skippedRules);
    });

    it('reports critical faults of GET', async () => {
      for (const rule of [
        'header-check',
        'cross-site',
        'invalid-session',
        'no-store',
        'cors',
        'leaked-headers',
      ])
        assert.deepEqual(faulty(await resultsFor(INVALID_BACKENDS[rule], { mint: false })), [rule]);
    });
  });
});
