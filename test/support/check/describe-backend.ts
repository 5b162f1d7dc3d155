import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { checkBackend } from '../../../src/check/check-backend.js';
import { SEED_CARD_ID, startSandbox, type RunningSandbox } from '../../../src/sandbox/index.js';
import { startFakeEnkash } from '../server/fake-enkash.js';
import { assertDescribed } from '../server/openapi-document.js';
import type { TestFunctions } from '../tests-with.js';
import { startBackendProcess, type BackendProcess, type BackendProgram } from './backend-process.js';

/** A backend of examples/backends that has its sessions in the URL and reads the settings of docs/backend.md. */
export interface BackendUnderTest {
  /** Its folder or file, from the project's folder. */
  readonly path: string;
  /** How to run it; made once, and removed after the tests. */
  readonly prepare: () => Promise<PreparedBackend>;
  /** Whether it prints warnings, of which only the secrets are looked for; otherwise it prints `Ready.` at most. */
  readonly printsWarnings?: boolean;
  /** Whether its calls to EnKash are tested elsewhere, so that a few of EnKash's answers are enough here. */
  readonly hasTestedClient?: boolean;
}

/** A compiled backend. */
export interface PreparedBackend {
  readonly program: BackendProgram;
  readonly remove?: () => Promise<void>;
}

interface Body {
  readonly payload?: Readonly<Record<string, unknown>> & { readonly kycLink?: string };
  readonly session?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string };
}

const HEADERS = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };
const POLL_MS = 300;
const DAY_MS = 86_400_000;

const click = (endpoint: string) => fetch(endpoint, { method: 'POST', headers: HEADERS, body: '{}' });
const readStatus = (endpoint: string) => fetch(endpoint, { headers: HEADERS });
const bodyOf = async (response: Response) => (await response.json()) as Body;

/** What each of EnKash's answers becomes. */
const OUTCOMES = [
  ['html', 502, 'invalid_upstream_response'],
  ['not-json', 502, 'invalid_upstream_response'],
  ['huge', 502, 'invalid_upstream_response'],
  ['redirect', 502, 'invalid_upstream_response'],
  ['code', 502, 'invalid_upstream_response'],
  ['wrong-card', 502, 'wrong_customer'],
  ['invalid-link', 502, 'invalid_link'],
  ['slow', 504, 'upstream_timeout'],
  ['drop', 503, 'upstream_down'],
  [500, 503, 'upstream_down'],
  [422, 409, 'not_eligible'],
  [429, 429, 'rate_limited'],
] as const;

const SAMPLE: readonly (string | number)[] = ['redirect', 'wrong-card', 'slow', 500];

/** Registers the tests that every such backend passes, each with a sandbox of its own. */
export function describeBackend(
  { describe, it, before, after }: TestFunctions,
  { path, prepare, printsWarnings = false, hasTestedClient = false }: BackendUnderTest,
): void {
  describe(`${path} with the sandbox`, { concurrency: 3 }, () => {
    let prepared: PreparedBackend | undefined;
    before(async () => {
      prepared = await prepare();
    });
    after(() => prepared?.remove?.());

    async function start(t: TestContext, env: Readonly<Record<string, string>> = {}) {
      assert.ok(prepared);
      const sandbox = await startSandbox();
      t.after(() => sandbox.stop());
      const backend = await startBackendProcess(prepared.program, {
        ...sandbox,
        card: SEED_CARD_ID,
        env: {
          VKYC_LINK_HOSTS: '127.0.0.1',
          VKYC_SECRET: 'PLANTED-SECRET-of-more-than-32-characters',
          ...env,
        },
      });
      t.after(async () => {
        await backend.stop();
        assertSilent(backend, sandbox);
      });
      return { sandbox, backend };
    }

    /** No output names a secret of the sandbox, a session or a card. */
    function assertSilent({ output }: BackendProcess, { credentials }: RunningSandbox) {
      const { stdout, stderr } = output();
      if (!printsWarnings) assert.deepEqual([stdout.replace('Ready.\n', ''), stderr], ['', '']);
      const secrets = [
        credentials.password,
        SEED_CARD_ID,
        'PLANTED-SECRET',
        'Bearer ',
        '/vkyc/session/',
        'eMain',
      ];
      for (const secret of secrets) assert.ok(!(stdout + stderr).includes(secret), secret);
    }

    it('passes every rule of the checker', async (t) => {
      const { backend } = await start(t);
      const endpoint = await backend.openSession();
      const { findings } = await checkBackend(endpoint, { mint: true, linkHosts: ['127.0.0.1'] });
      assert.deepEqual(
        findings.filter(({ verdict }) => verdict !== 'pass'),
        [],
      );
      assert.ok(findings.length > 25);
    });

    it('answers GET without a link, and POST with a link that leads to the call', async (t) => {
      const { backend } = await start(t);
      const endpoint = await backend.openSession();
      const answer = await readStatus(endpoint);
      await assertDescribed('GET', answer.clone());
      const status = await bodyOf(answer);
      assert.deepEqual(Object.keys(status.payload ?? {}).sort(), [
        'kycExpiryDays',
        'kycStatus',
        'kycSubStatus',
      ]);
      assert.match(String(status.payload?.['kycSubStatus']), /^EnumModel\(name=/);
      assert.equal(status.session?.['pollAfter'], null);
      const clicked = await click(endpoint);
      const { payload } = await bodyOf(clicked);
      assert.equal(payload?.['enkashCardId'], undefined);
      assert.equal((await fetch(payload?.kycLink ?? '')).status, 200);
    });

    it('sends one call to EnKash for clicks of three sessions of one customer', async (t) => {
      const { sandbox, backend } = await start(t);
      const endpoints = await Promise.all([1, 2, 3].map(() => backend.openSession()));
      const answers = await Promise.all(endpoints.map(async (endpoint) => bodyOf(await click(endpoint))));
      assert.equal(new Set(endpoints).size, 3);
      assert.equal(new Set(answers.map(({ payload }) => payload?.kycLink)).size, 1);
      assert.equal(sandbox.snapshot().calls.link, 1);
    });

    it('asks EnKash again some seconds after its link was given out', async (t) => {
      const { sandbox, backend } = await start(t);
      const endpoint = await backend.openSession();
      await click(endpoint);
      sandbox.setStatus(SEED_CARD_ID, 'verified');
      const isVerified = async () =>
        JSON.stringify((await bodyOf(await readStatus(endpoint))).payload).includes('FULL_KYC');
      while (!(await isVerified())) await delay(POLL_MS * 2);
      assert.equal(sandbox.snapshot().calls.link, 2);
    });

    it('refuses sessions that it has not issued, and those that have expired', async (t) => {
      const { sandbox, backend } = await start(t, { VKYC_SESSION_SECONDS: '1' });
      const endpoint = await backend.openSession();
      for (const invalid of [
        `${endpoint}A`,
        endpoint.slice(0, -2),
        `${backend.origin}/vkyc/session/`,
        `${endpoint}/`,
      ]) {
        const { status } = await click(invalid);
        assert.ok(status === 401 || status === 404, `${status}`);
      }
      let answer = await readStatus(endpoint);
      while (answer.status === 200) {
        await delay(POLL_MS);
        answer = await readStatus(endpoint);
      }
      assert.deepEqual([answer.status, await bodyOf(answer)], [410, { error: { code: 'session_expired' } }]);
      assert.equal((await click(endpoint)).status, 410);
      assert.ok(sandbox.snapshot().calls.link <= 1);
    });

    it('requests a new token when EnKash refuses the current one', async (t) => {
      const { sandbox, backend } = await start(t);
      sandbox.fault({ route: 'link', answer: 401 });
      assert.equal((await click(await backend.openSession())).status, 200);
      const { token, link } = sandbox.snapshot().calls;
      assert.deepEqual({ token, link }, { token: 2, link: 2 });
    });

    it('does not try refused credentials until EnKash locks the account', async (t) => {
      const { sandbox, backend } = await start(t, { ENKASH_PASSWORD: 'fail' });
      for (let clicks = 0; clicks < 4; clicks += 1) {
        const answer = await click(await backend.openSession());
        assert.deepEqual([answer.status, (await bodyOf(answer)).error?.code], [503, 'upstream_auth']);
      }
      assert.ok(sandbox.snapshot().calls.token <= 2);
    });

    const outcomes = OUTCOMES.filter(([answer]) => !hasTestedClient || SAMPLE.includes(answer));
    for (const [answer, status, code] of outcomes)
      it(`answers ${status} ${code} when EnKash answers with ${answer}, without details`, async (t) => {
        const { sandbox, backend } = await start(t, answer === 'slow' ? { ENKASH_TIMEOUT_MS: '2000' } : {});
        sandbox.fault({ route: 'link', answer, times: null });
        const response = await click(await backend.openSession());
        await assertDescribed('POST', response.clone());
        const { error, ...rest } = await bodyOf(response);
        assert.deepEqual([response.status, error?.code, rest], [status, code, {}]);
        assert.ok(sandbox.snapshot().calls.link <= 1);
      });

    it('gives up an answer of EnKash that never ends', async (t) => {
      const enkash = await startFakeEnkash((_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        const timer = setInterval(() => response.write(' '), POLL_MS / 10);
        response.once('close', () => clearInterval(timer));
      });
      t.after(() => enkash.stop());
      const settings = { ENKASH_URL: enkash.url, ENKASH_TIMEOUT_MS: '2000' };
      const { backend } = await start(t, settings);
      const answer = await click(await backend.openSession());
      assert.deepEqual([answer.status, (await bodyOf(answer)).error?.code], [504, 'upstream_timeout']);
    });

    it('refuses POST on a holiday, and still answers GET', async (t) => {
      const days = [-DAY_MS, 0, DAY_MS].map((shift) =>
        new Date(Date.now() + shift).toISOString().slice(0, 10),
      );
      const { backend } = await start(t, { VKYC_HOLIDAYS: days.join(' ') });
      const endpoint = await backend.openSession();
      const clicked = await click(endpoint);
      await assertDescribed('POST', clicked.clone());
      assert.deepEqual([clicked.status, (await bodyOf(clicked)).error?.code], [409, 'closed_hours']);
      assert.equal((await readStatus(endpoint)).status, 200);
    });

    it('creates no session for a page of another site or without a customer', async (t) => {
      const { backend } = await start(t);
      for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://attacker.example' }])
        assert.equal((await fetch(`${backend.origin}/vkyc/start`, { method: 'POST', headers })).status, 403);
      const { backend: nobody } = await start(t, { VKYC_DEMO_CARD: '' });
      assert.equal((await fetch(`${nobody.origin}/vkyc/start`, { method: 'POST' })).status, 401);
    });

    it('limits the requests of a session', async (t) => {
      const { backend } = await start(t);
      const endpoint = await backend.openSession();
      const statuses = new Set<number>();
      for (let requests = 0; requests < 62; requests += 1) statuses.add((await readStatus(endpoint)).status);
      assert.deepEqual(statuses, new Set([200, 429]));
    });

    it('does not start without a setting or with an http URL of another computer', async (t) => {
      await assert.rejects(start(t, { ENKASH_PASSWORD: '' }), /PASSWORD|password/);
      await assert.rejects(start(t, { ENKASH_URL: 'http://pay.example' }), /https URL/);
    });
  });
}
