import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkBackend, RULES, type CheckOptions, type CheckResult } from '../../src/check/check-backend.js';
import {
  INVALID_BACKENDS,
  TOO_LARGE,
  OTHER_WAYS,
  withBody,
  withPayload,
} from '../support/check/invalid-backends.js';
import { CARD, grant, LINK, SESSION, startPartner, type Fault } from '../support/check/partner.js';

const NOW = Date.parse('2026-11-23T05:30:00Z');
const OPTIONS: CheckOptions = { mint: true, now: () => NOW };

const SECRETS = [SESSION, LINK, CARD, 'PLANTED', 'evil.example'];

/** What the rules came to, on a backend with one fault. None of its secrets may be in what is told. */
async function findings(
  fault?: Fault,
  options: CheckOptions = {},
  { query = '', path = `/vkyc/${SESSION}` } = {},
): Promise<readonly CheckResult[]> {
  const partner = await startPartner(() => NOW, fault);
  try {
    const report = await checkBackend(partner.origin + path + query, { ...OPTIONS, ...options });
    const told = JSON.stringify(report);
    for (const secret of SECRETS) assert.ok(!told.includes(secret));
    return report.findings;
  } finally {
    await partner.stop();
  }
}

const named = (found: readonly CheckResult[], ...verdicts: readonly CheckResult['verdict'][]) =>
  found.filter(({ verdict }) => verdicts.includes(verdict)).map(({ rule }) => rule);

const faulty = (found: readonly CheckResult[]) => named(found, 'fail', 'critical');

describe('the checker of a backend', () => {
  it('finds a good backend right by every rule', async () => {
    const found = await findings();
    assert.deepEqual(
      named(found, 'pass'),
      RULES.map(({ id }) => id),
    );
  });

  for (const [rule, fault] of Object.entries(INVALID_BACKENDS))
    it(`finds what a bad backend breaks, and nothing else: ${rule}`, async () => {
      const found = await findings(fault);
      assert.deepEqual(faulty(found), [rule]);
      const finding = found.find((one) => one.rule === rule);
      assert.equal(finding?.verdict, RULES.find(({ id }) => id === rule)?.level);
    });

  it('finds the other ways to break a rule', async () => {
    for (const [rule, fault] of OTHER_WAYS) assert.deepEqual(faulty(await findings(fault)), [rule]);
  });

  it('finds a slow backend', async () => {
    let time = NOW;
    const slow: Fault = ({ request }) => {
      if (request.method === 'PATCH') time += 5_001;
      return undefined;
    };
    assert.deepEqual(faulty(await findings(slow, { now: () => time })), ['slow']);
  });

  it('finds a card id or a token in the URL, by its value or by its name', async () => {
    for (const query of [`?c=${CARD}`, '?enKashCardId=x', '?access_token=x'])
      assert.deepEqual(faulty(await findings(undefined, {}, { query })), ['card-id-in-url'], query);
  });

  it('finds a session that can be counted up to another customer', async () => {
    const counted: Fault = ({ url }, plan) =>
      url.pathname === '/vkyc/1041' && plan.status === 401 ? grant(false, NOW) : undefined;
    assert.deepEqual(faulty(await findings(counted, { mint: false }, { path: '/vkyc/1041' })), [
      'invalid-session',
    ]);
  });

  it('makes up a session where it is, in the path or in the query', async () => {
    const inQuery: Fault = ({ url }, plan) =>
      url.searchParams.get('s') === `${SESSION}2` && plan.status === 401 ? grant(false, NOW) : undefined;
    const options = { mint: false };
    const place = { path: '/vkyc/session', query: `?lang=en&s=${SESSION}2` };
    assert.deepEqual(faulty(await findings(inQuery, options, place)), []);
    const inNone: Fault = (_, plan) => (plan.status === 401 ? grant(false, NOW) : undefined);
    assert.deepEqual(faulty(await findings(inNone, options, place)), ['invalid-session']);
  });

  it('finds an endpoint that is http on another machine', async () => {
    const partner = await startPartner(() => NOW);
    const reach: typeof fetch = (url, init) =>
      fetch((url as string).replace('http://shop.example', partner.origin), init);
    const report = await checkBackend(`http://shop.example/vkyc/${SESSION}`, { ...OPTIONS, fetch: reach });
    await partner.stop();
    assert.deepEqual(faulty(report.findings), ['https']);
  });

  it('finds the value of a header it sent in an answer', async () => {
    const echo: Fault = ({ request }, plan) =>
      withBody(plan, { debug: request.headers.get('cookie') ?? 'none' });
    const headers = { Cookie: 'sid=PLANTED-7c1f' };
    assert.deepEqual(faulty(await findings(echo, { headers })), ['leaked-body']);
  });

  it('has a bad backend for every rule', () => {
    const proved = [...Object.keys(INVALID_BACKENDS), 'slow', 'card-id-in-url', 'https'];
    assert.deepEqual(proved.sort(), RULES.map(({ id }) => id).sort());
  });

  it('reads no more of an answer than the element would', async () => {
    const found = await findings((_, plan) => (plan.status === 200 ? TOO_LARGE : undefined));
    assert.ok(faulty(found).includes('size'));
  });

  it('takes the small backends of the contract: GET alone, POST alone', async () => {
    const alone =
      (missing: string): Fault =>
      ({ request }, plan) =>
        request.method === missing ? { ...plan, status: 405, body: {} } : undefined;
    assert.deepEqual(faulty(await findings(alone('GET'))), []);
    const withLink: Fault = (asked, plan) =>
      alone('POST')(asked, plan) ??
      withBody(withPayload(plan, { kycLink: LINK }) ?? plan, {
        session: { serverTime: NOW, pollAfter: null },
      });
    assert.deepEqual(faulty(await findings(withLink)), []);
  });

  it('takes a bare payload, and misses only the time in it', async () => {
    const bare: Fault = (_, plan) =>
      plan.status === 200 ? { ...plan, body: (plan.body as { payload: unknown }).payload } : undefined;
    assert.deepEqual(faulty(await findings(bare)), ['server-time']);
  });

  it('tells of a backend outside its hours what it could not see', async () => {
    const found = await findings(({ request }, plan) =>
      request.method === 'POST' && plan.status === 200
        ? { ...plan, status: 409, body: { error: { code: 'closed_hours' } } }
        : undefined,
    );
    assert.deepEqual(faulty(found), []);
    assert.deepEqual(named(found, 'skipped'), ['link', 'one-link']);
  });

  it('does not take an answer that everybody gets for a refusal', async () => {
    const found = await findings((_, plan) => ({ ...plan, status: 403, body: {} }));
    assert.deepEqual(faulty(found), ['answers']);
    for (const rule of ['json', 'envelope', 'session', 'server-time', 'link-in-get'])
      assert.ok(named(found, 'skipped').includes(rule), rule);
    const unproved = [
      'header-check',
      'cross-site',
      'invalid-session',
      'card-id-from-browser',
      'content-type',
    ];
    for (const rule of unproved) assert.ok(named(found, 'skipped').includes(rule), rule);
  });

  it('does not take a rate limit for a refusal', async () => {
    let left = 3;
    const found = await findings((_, plan) =>
      (left -= 1) < 0 ? { ...plan, status: 429, body: {} } : undefined,
    );
    assert.deepEqual(faulty(found), []);
    assert.ok(named(found, 'skipped').includes('header-check'));
  });

  it('says why nobody answers, and asks no more than that', async () => {
    const partner = await startPartner(() => NOW);
    await partner.stop();
    const report = await checkBackend(partner.endpoint);
    assert.deepEqual(report, { requests: 1, findings: [], failure: 'ECONNREFUSED' });
  });

  describe('without leave to mint', () => {
    it('sends nothing but GET and OPTIONS', async () => {
      const partner = await startPartner(() => NOW);
      await checkBackend(partner.endpoint, { now: () => NOW });
      await partner.stop();
      assert.deepEqual(new Set(partner.asked), new Set(['GET', 'OPTIONS']));
    });

    it('says which rules it leaves out, and finds the others right', async () => {
      const found = await findings(undefined, { mint: false });
      assert.deepEqual(faulty(found), []);
      const left = ['link', 'one-link', 'method', 'content-type', 'large-body'];
      assert.deepEqual(named(found, 'skipped'), left);
    });

    it('finds the dangers that GET alone can show', async () => {
      for (const rule of [
        'header-check',
        'cross-site',
        'invalid-session',
        'no-store',
        'cors',
        'leaked-headers',
      ])
        assert.deepEqual(faulty(await findings(INVALID_BACKENDS[rule], { mint: false })), [rule]);
    });
  });
});
