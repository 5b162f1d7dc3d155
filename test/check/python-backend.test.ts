import assert from 'node:assert/strict';
import { checkBackend } from '../../src/check/check-backend.js';
import { SEED_CARD_ID, startSandbox, type RunningSandbox } from '../../src/sandbox/index.js';
import { assertDescribed } from '../support/server/openapi-document.js';
import { testsWith } from '../support/tests-with.js';
import { startPythonBackend, type PythonBackend } from '../support/check/python-backend.js';

const { after, afterEach, before, describe, it } = testsWith('python');

const HEADERS = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };
const click = (endpoint: string) => fetch(endpoint, { method: 'POST', headers: HEADERS, body: '{}' });
const readStatus = (endpoint: string) => fetch(endpoint, { headers: HEADERS });

interface Body {
  readonly payload?: { readonly kycLink?: string; readonly kycSubStatus?: string };
  readonly session?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string };
}
const bodyOf = async (response: Response) => (await response.json()) as Body;

describe('examples/backends/python/backend.py with the sandbox', () => {
  let sandbox: RunningSandbox;
  const running: PythonBackend[] = [];
  before(async () => {
    sandbox = await startSandbox();
  });
  afterEach(async () => {
    for (const backend of running) {
      assert.equal(backend.errors(), '');
      await backend.stop();
    }
    running.length = 0;
    sandbox.reset();
  });
  after(() => sandbox.stop());

  async function start(env: Readonly<Record<string, string>> = {}, card = SEED_CARD_ID) {
    const withSandbox = { VKYC_LINK_HOSTS: '127.0.0.1', ...env };
    const backend = await startPythonBackend({ ...sandbox, card, env: withSandbox });
    running.push(backend);
    return backend;
  }

  it('passes every rule of the checker', async () => {
    const endpoint = await (await start()).openSession();
    const { findings } = await checkBackend(endpoint, { mint: true, linkHosts: ['127.0.0.1'] });
    assert.deepEqual(
      findings.filter(({ verdict }) => verdict !== 'pass'),
      [],
    );
    assert.ok(findings.length > 25);
    assert.equal(sandbox.snapshot().calls.link, 1);
    assert.equal(sandbox.snapshot().calls.token, 1);
  });

  it('answers GET without a link, and POST with a link that leads to the call', async () => {
    const endpoint = await (await start()).openSession();
    const status = await bodyOf(await readStatus(endpoint));
    assert.equal(status.payload?.kycLink, undefined);
    assert.match(status.payload?.kycSubStatus ?? '', /^EnumModel\(name=/);
    assert.equal(status.session?.['pollAfter'], null);
    const { payload } = await bodyOf(await click(endpoint));
    assert.equal((await fetch(payload?.kycLink ?? '')).status, 200);
  });

  it('sends one call to EnKash for clicks of two sessions of one customer', async () => {
    const backend = await start();
    const endpoints = await Promise.all([1, 2, 3].map(() => backend.openSession()));
    const answers = await Promise.all(endpoints.map(async (endpoint) => bodyOf(await click(endpoint))));
    assert.equal(new Set(answers.map(({ payload }) => payload?.kycLink)).size, 1);
    assert.equal(sandbox.snapshot().calls.link, 1);
  });

  it('requests a new token when EnKash refuses the current one', async () => {
    const backend = await start();
    sandbox.fault({ route: 'link', answer: 401 });
    assert.equal((await click(await backend.openSession())).status, 200);
    const { token, link } = sandbox.snapshot().calls;
    assert.deepEqual({ token, link }, { token: 2, link: 2 });
  });

  it('suspends token requests after its credentials were refused', async () => {
    const backend = await start({ ENKASH_PASSWORD: 'fail' });
    for (let clicks = 0; clicks < 3; clicks += 1) {
      const answer = await click(await backend.openSession());
      assert.deepEqual([answer.status, await bodyOf(answer)], [503, { error: { code: 'upstream_auth' } }]);
    }
    assert.equal(sandbox.snapshot().calls.token, 1);
  });

  for (const [answer, status, code] of [
    ['html', 502, 'invalid_upstream_response'],
    ['not-json', 502, 'invalid_upstream_response'],
    ['huge', 502, 'invalid_upstream_response'],
    ['redirect', 502, 'invalid_upstream_response'],
    ['code', 502, 'invalid_upstream_response'],
    ['wrong-card', 502, 'wrong_customer'],
    ['invalid-link', 502, 'invalid_link'],
    ['drop', 503, 'upstream_down'],
    [500, 503, 'upstream_down'],
    [422, 409, 'not_eligible'],
    [429, 429, 'rate_limited'],
  ] as const)
    it(`answers ${status} ${code} when EnKash answers with ${answer}, without details`, async () => {
      const backend = await start();
      sandbox.fault({ route: 'link', answer });
      const response = await click(await backend.openSession());
      await assertDescribed('POST', response.clone());
      const { error, ...rest } = await bodyOf(response);
      assert.deepEqual([response.status, error?.code, rest], [status, code, {}]);
    });

  it('refuses POST outside opening hours, and still answers GET', async () => {
    const endpoint = await (await start({ VKYC_DAYS: '' })).openSession();
    const clicked = await click(endpoint);
    await assertDescribed('POST', clicked.clone());
    assert.deepEqual([clicked.status, await bodyOf(clicked)], [409, { error: { code: 'closed_hours' } }]);
    assert.equal((await readStatus(endpoint)).status, 200);
  });

  it('creates no session for a page of another site or without a customer', async () => {
    const { origin } = await start();
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://attacker.example' }])
      assert.equal((await fetch(`${origin}/vkyc/start`, { method: 'POST', headers })).status, 403);
    const nobody = await start({ VKYC_DEMO_CARD: '' });
    assert.equal((await fetch(`${nobody.origin}/vkyc/start`, { method: 'POST' })).status, 401);
  });

  it('limits the requests of a session', async () => {
    const endpoint = await (await start()).openSession();
    const statuses = new Set<number>();
    for (let requests = 0; requests < 62; requests += 1) statuses.add((await readStatus(endpoint)).status);
    assert.deepEqual(statuses, new Set([200, 429]));
  });

  it('does not start with a missing setting, an http URL or invalid hours', async () => {
    await assert.rejects(start({ ENKASH_PASSWORD: '' }), /environment: ENKASH_PASSWORD\./);
    await assert.rejects(start({ ENKASH_URL: 'http://pay.example' }), /ENKASH_URL: expected an https URL/);
    await assert.rejects(start({ VKYC_DAYS: 'mon-fri' }), /VKYC_DAYS="mon tue/);
  });
});
