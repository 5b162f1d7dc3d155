import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import { inspect } from 'node:util';
import { memoryStore, passwordToken, type Store } from '../../src/server/index.js';
import {
  backendFor,
  CLOSED,
  endpointOf,
  OPEN,
  request,
  SECRET,
  type Overrides,
} from '../support/server/backend-under-test.js';
import {
  CARD_ID,
  enkashAnswer,
  json,
  LINK,
  startFakeEnkash,
  TOKEN,
  type Serve,
  type FakeEnkash,
} from '../support/server/fake-enkash.js';

/** What every answer EnKash gives here is full of. */
const UPSTREAM_WORDS = 'PLANTED-UPSTREAM-WORDS';

describe('secrets', () => {
  let enkash: FakeEnkash;
  const printed: string[] = [];
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(() => {
    for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const)
      mock.method(console, method, (...words: unknown[]) => printed.push(inspect(words)));
  });
  afterEach(() => mock.restoreAll());
  after(() => enkash.stop());

  const raw =
    (body: string, status: number, headers: Record<string, string>): Serve =>
    (_, response) =>
      response.writeHead(status, { 'X-Words': UPSTREAM_WORDS, ...headers }).end(body);

  const full = JSON.stringify({ code: 1, message: `${UPSTREAM_WORDS} ${CARD_ID} ${LINK}`, token: TOKEN });
  const asJson = { 'Content-Type': 'application/json' };

  const situations: Record<
    string,
    { readonly serve: Serve; readonly overrides?: Overrides; readonly at?: number }
  > = {
    'EnKash answers 200': { serve: json(enkashAnswer()) },
    'EnKash is closed': { serve: json(enkashAnswer()), at: CLOSED },
    'EnKash refuses the customer': { serve: raw(full, 422, asJson) },
    'EnKash refuses the token': { serve: raw(full, 401, asJson) },
    'EnKash is down': { serve: raw(full, 500, asJson) },
    'EnKash answers 429': { serve: raw(full, 429, { ...asJson, 'Retry-After': UPSTREAM_WORDS }) },
    'EnKash reports a failure in a 200': { serve: raw(full, 200, asJson) },
    'EnKash answers broken JSON': { serve: raw(`{"${LINK}`, 200, asJson) },
    'EnKash redirects': { serve: raw('', 302, { Location: LINK }) },
    'EnKash shows a page': { serve: raw(full, 200, { 'Content-Type': 'text/html' }) },
    'EnKash hangs up': { serve: (_, response) => response.destroy() },
    'the link is invalid': { serve: json(enkashAnswer({ kycLink: `http://evil.example/${LINK}` })) },
    'the answer is about another customer': {
      serve: json(enkashAnswer({ enkashCardId: `${CARD_ID}-OTHER` })),
    },
    'the token cannot be sent': {
      serve: json(enkashAnswer()),
      overrides: { enkash: { token: () => Promise.resolve(`${TOKEN}\nX: ${SECRET}`) } },
    },
    'there is no token': {
      serve: json(enkashAnswer()),
      overrides: { enkash: { token: () => Promise.reject(new Error(TOKEN)) } },
    },
    'the status URL is invalid': {
      serve: json(enkashAnswer()),
      overrides: { enkash: { statusUrl: (id) => `https://evil.example/${id}/${TOKEN}` } },
    },
  };

  for (const [situation, { serve, overrides = {}, at = OPEN }] of Object.entries(situations))
    it(`do not leak when ${situation}`, async () => {
      enkash.serve = serve;
      const { backend, clock, events } = backendFor(enkash.url, overrides);
      clock.instant = at;
      const endpoint = await endpointOf(backend);
      const token = endpoint.split('/').at(-1) ?? '';
      for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS']) {
        const response = await backend.handle(request(endpoint, method));
        const text = await response.text();
        // The only place for a secret: the link, in the answer to the click.
        const answer = method === 'POST' && response.status === 200 ? text.replace(LINK, '') : text;
        const all = [
          answer,
          inspect([...response.headers]),
          inspect(events),
          JSON.stringify(events),
          ...printed,
        ].join();
        for (const secret of [
          TOKEN,
          LINK,
          'PLANTEDLINKSECRET',
          CARD_ID,
          SECRET,
          token,
          UPSTREAM_WORDS,
          'evil.example',
        ])
          assert.ok(!all.includes(secret), `${method}: ${secret.slice(0, 12)}…`);
      }
      assert.deepEqual(printed, []);
      assert.ok(events.length > 0);
    });

  it('are not in the keys and values of a shared store', async () => {
    enkash.serve = json(enkashAnswer());
    const commands: unknown[] = [];
    const memory = memoryStore({ now: () => OPEN });
    const store: Store = {
      get: (...args) => (commands.push(args), memory.get(...args)),
      compareAndSet: (...args) => (commands.push(args), memory.compareAndSet(...args)),
      increment: (...args) => (commands.push(args), memory.increment(...args)),
    };
    const { backend } = backendFor(enkash.url, { store });
    const endpoint = await endpointOf(backend);
    await (await backend.handle(request(endpoint, 'POST'))).text();
    const all = JSON.stringify(commands);
    assert.ok(commands.length >= 4);
    for (const secret of [TOKEN, 'signzy', CARD_ID, SECRET, endpoint.split('/').at(-1) ?? ''])
      assert.ok(!all.includes(secret));
  });

  it('are not in a session token, even decoded', async () => {
    const token = (await endpointOf(backendFor(enkash.url).backend)).split('/').at(-1) ?? '';
    const decoded = token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('latin1'))
      .join();
    assert.ok(!decoded.includes(CARD_ID) && !decoded.includes(SECRET));
  });

  it('are not shown by printing the backend or its token source', () => {
    const { backend } = backendFor(enkash.url);
    const credentials = { clientId: 'c', username: 'u', password: 'PLANTED-PASSWORD' };
    const token = passwordToken({ tokenUrl: enkash.url, ...credentials });
    const shown = inspect([backend, token], { depth: 9, showHidden: true });
    for (const secret of [SECRET, TOKEN, 'PLANTED-PASSWORD']) assert.ok(!shown.includes(secret));
  });
});
