import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requirePath } from '../../scripts/requirements.js';
import { checkBackend } from '../../src/check/check-backend.js';
import { startSandbox, type RunningSandbox } from '../../src/sandbox/index.js';
import { root } from '../support/markdown.js';
import { testsWith } from '../support/tests-with.js';

const { after, afterEach, before, describe, it } = testsWith('php');

const ALWAYS_OPEN = { VKYC_HOURS: '00:00-24:00', VKYC_DAYS: 'mon tue wed thu fri sat sun' };

interface Body {
  readonly payload?: {
    readonly kycLink?: string;
    readonly enkashCardId?: string;
    readonly kycStatus?: string;
  };
  readonly session?: { readonly pollAfter: number | null };
  readonly error?: { readonly code: string };
}

describe('examples/backends/php with the sandbox', () => {
  let sandbox: RunningSandbox;
  const stops: (() => Promise<void>)[] = [];
  before(async () => {
    sandbox = await startSandbox();
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
    sandbox.reset();
  });
  after(() => sandbox.stop());

  /** Starts PHP's own server, and signs a customer in by the page. */
  async function start(env: Readonly<Record<string, string>> = {}) {
    const { partnerId, clientId, username, password, basic } = sandbox.credentials;
    const origin = `http://127.0.0.1:${await freePort()}`;
    const results = await mkdtemp(join(tmpdir(), 'vkyc-php-'));
    const child = spawn(requirePath('php'), ['-S', new URL(origin).host], {
      cwd: join(root, 'examples/backends/php'),
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        ENKASH_URL: sandbox.enkashOrigin,
        ENKASH_TOKEN_URL: sandbox.tokenUrl,
        ENKASH_PARTNER_ID: partnerId,
        ENKASH_CLIENT_ID: clientId,
        ENKASH_USERNAME: username,
        ENKASH_PASSWORD: password,
        ENKASH_AUTHORIZATION: `Basic ${btoa(`${basic.user}:${basic.password}`)}`,
        VKYC_LINK_HOSTS: '127.0.0.1',
        TMPDIR: results,
        ...ALWAYS_OPEN,
        ...env,
      },
    });
    const ended = once(child, 'exit');
    stops.push(async () => {
      child.kill();
      await ended;
      await rm(results, { recursive: true });
    });
    await Promise.race([
      once(child.stderr, 'data'),
      ended.then(() => assert.fail('PHP ended before it was ready')),
    ]);
    child.stderr.resume();
    const endpoint = `${origin}/session.php`;
    /** Another session of the customer, as on another device. */
    const signIn = async () => {
      const page = await fetch(`${origin}/index.php`);
      const cookie = page.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')[0] ?? '';
      const headers = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json', Cookie: cookie };
      return {
        cookie,
        click: () => fetch(endpoint, { method: 'POST', headers, body: '{}' }),
        readStatus: () => fetch(endpoint, { headers }),
      };
    };
    return { endpoint, signIn, ...(await signIn()) };
  }

  it('passes every rule of the checker that applies to it', async () => {
    const { endpoint, cookie } = await start();
    const options = { mint: true, linkHosts: ['127.0.0.1'], headers: { Cookie: cookie } };
    const { findings } = await checkBackend(endpoint, options);
    assert.deepEqual(
      findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'critical'),
      [],
    );
    assert.ok(findings.filter(({ verdict }) => verdict === 'pass').length > 25);
    assert.equal(sandbox.snapshot().calls.link, 1);
  });

  it('answers GET without a link, and simultaneous clicks with one link that leads to the call', async () => {
    const { click, readStatus } = await start();
    const status = (await (await readStatus()).json()) as Body;
    assert.deepEqual(Object.keys(status.payload ?? {}).sort(), [
      'kycExpiryDays',
      'kycStatus',
      'kycSubStatus',
    ]);
    const answers = await Promise.all([1, 2, 3].map(async () => (await (await click()).json()) as Body));
    const links = new Set(answers.map(({ payload }) => payload?.kycLink ?? ''));
    assert.equal(links.size, 1);
    for (const link of links) assert.equal((await fetch(link)).status, 200);
    assert.equal(sandbox.snapshot().calls.link, 1);
  });

  it('reads the status by the status call where it has its URL, and lets the button poll', async () => {
    const { click, readStatus } = await start({ ENKASH_STATUS_URL: sandbox.statusUrl });
    const read = async () => (await (await readStatus()).json()) as Body;
    assert.equal((await read()).session?.pollAfter, 5000);
    assert.equal((await click()).status, 200);
    sandbox.setStatus('EKCHUZJWZW', 'verified');
    assert.match((await read()).payload?.kycStatus ?? '', /FULL_KYC/);
    const { link, status } = sandbox.snapshot().calls;
    assert.deepEqual([link, status], [1, 2]);
  });

  it('gives the sessions of one customer the same link, as a newer one would end it', async () => {
    const { click, signIn } = await start();
    const other = await signIn();
    const answers = await Promise.all([click(), other.readStatus(), other.click()]);
    const [first, , second] = (await Promise.all(answers.map((answer) => answer.json()))) as Body[];
    assert.equal(first?.payload?.kycLink, second?.payload?.kycLink);
    assert.equal((await fetch(first?.payload?.kycLink ?? '')).status, 200);
    assert.equal(sandbox.snapshot().calls.link, 1);
  });

  for (const [answer, status, code] of [
    ['html', 502, 'invalid_upstream_response'],
    ['huge', 502, 'invalid_upstream_response'],
    ['redirect', 502, 'invalid_upstream_response'],
    ['code', 502, 'invalid_upstream_response'],
    ['wrong-card', 502, 'wrong_customer'],
    ['invalid-link', 502, 'invalid_link'],
    ['drop', 503, 'upstream_down'],
    [401, 503, 'upstream_auth'],
    [422, 409, 'not_eligible'],
    [429, 429, 'rate_limited'],
    [500, 503, 'upstream_down'],
  ] as const)
    it(`answers ${status} ${code} when EnKash answers with ${answer}, without details`, async () => {
      const { click } = await start();
      sandbox.fault({ route: 'link', answer });
      const response = await click();
      assert.deepEqual([response.status, await response.json()], [status, { error: { code } }]);
    });

  it('refuses POST outside opening hours, and still answers GET', async () => {
    const { click, readStatus } = await start({ VKYC_HOURS: '00:00-00:00' });
    const response = await click();
    assert.deepEqual([response.status, await response.json()], [409, { error: { code: 'closed_hours' } }]);
    assert.equal((await readStatus()).status, 200);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
