import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { availabilityAt } from '../../src/hours/availability.js';
import { memoryStore } from '../../src/server/index.js';
import { backendFor, CLOSED, endpointOf, OPEN, send } from '../support/server/backend-under-test.js';
import {
  CARD_ID,
  enkashAnswer,
  json,
  LINK,
  startFakeEnkash,
  TOKEN,
  type FakeEnkash,
} from '../support/server/fake-enkash.js';

describe('createVkycBackend', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.serve = json(enkashAnswer());
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  describe('createSession', () => {
    it('returns an endpoint under the base path and its expiry', async () => {
      const { backend } = backendFor(enkash.url);
      const { endpoint, expiresAt } = await backend.createSession({ enKashCardId: CARD_ID });
      assert.match(endpoint, /^\/vkyc\/session\/[\w.-]+$/);
      assert.equal(expiresAt, new Date(OPEN + 900_000).toISOString());
      assert.ok(!endpoint.includes(CARD_ID));
    });

    it('returns a different endpoint each time', async () => {
      const { backend } = backendFor(enkash.url);
      assert.notEqual(await endpointOf(backend), await endpointOf(backend));
    });

    it("sends the partner's pages to the element during the session", async () => {
      const { backend } = backendFor(enkash.url);
      const { endpoint } = await backend.createSession({
        enKashCardId: CARD_ID,
        handoffUrl: 'https://shop.example/k/7f3a',
        action: { kind: 'accept-terms', url: '/terms?next=kyc' },
      });
      for (const method of ['GET', 'POST']) {
        const { body } = await send(backend, endpoint, method);
        const { handoffUrl, action } = body.session ?? {};
        assert.equal(handoffUrl, 'https://shop.example/k/7f3a');
        assert.deepEqual(action, { kind: 'accept-terms', url: '/terms?next=kyc' });
      }
    });

    it('sends no pages that the partner has not given', async () => {
      const { backend } = backendFor(enkash.url);
      const { body } = await send(backend, await endpointOf(backend), 'GET');
      const { session = {} } = body;
      assert.ok('expiresAt' in session && !('handoffUrl' in session) && !('action' in session));
    });

    for (const [what, url] of Object.entries({
      'a script': 'javascript:alert(1)',
      'a host without TLS': 'http://shop.example/k',
      'text that is not a URL': 'https://',
      'a line break': '/k\n',
      nothing: '',
      '257 characters': `/${'k'.repeat(256)}`,
    }))
      it(`rejects ${what} as a page of the partner, without quoting it`, async () => {
        const { backend } = backendFor(enkash.url);
        for (const [option, pages] of Object.entries({
          handoffUrl: { handoffUrl: url },
          'action.url': { action: { kind: 'accept-terms', url } as const },
        }))
          await assert.rejects(backend.createSession({ enKashCardId: CARD_ID, ...pages }), (error: Error) => {
            assert.ok(error instanceof TypeError);
            assert.match(
              error.message,
              new RegExp(`^${option}: expected .+; received a string of \\d+ characters\\.$`),
            );
            return true;
          });
      });

    it('rejects an action of an unknown kind', async () => {
      const { backend } = backendFor(enkash.url);
      const action = { kind: 'sign-here', url: '/terms' } as unknown as { kind: 'accept-terms'; url: string };
      await assert.rejects(
        backend.createSession({ enKashCardId: CARD_ID, action }),
        /^TypeError: action: expected /,
      );
    });

    for (const [what, enKashCardId] of Object.entries({
      'a path': '../../x',
      'a second parameter': 'A&partnerId=evil',
      'an encoded zero byte': 'A%00',
      'a lone surrogate': '\ud800',
      'a trailing line break': 'EKC1\n',
      nothing: '',
      '65 characters': 'A'.repeat(65),
      '10 KB': 'A'.repeat(10_240),
    }))
      it(`rejects ${what} as a card id, without quoting it or calling EnKash`, async () => {
        const { backend } = backendFor(enkash.url);
        await assert.rejects(backend.createSession({ enKashCardId }), (error: Error) => {
          assert.ok(error instanceof TypeError);
          assert.match(error.message, /^enKashCardId: expected .+; received a string of \d+ characters?\.$/);
          return true;
        });
        assert.equal(enkash.seen.length, 0);
      });
  });

  describe('POST', () => {
    it("answers EnKash's envelope with the link and without the card id", async () => {
      const { backend } = backendFor(enkash.url);
      const { status, body, text, headers } = await send(backend, await endpointOf(backend), 'POST');
      assert.equal(status, 200);
      assert.equal(headers.get('content-type'), 'application/json');
      assert.deepEqual(
        { ...body, session: null },
        {
          code: 0,
          message: 'Success',
          payload: {
            kycStatus: 'EnumModel(name=MIN_KYC_VERIFIED, label=Min Kyc Verified, description=null)',
            kycSubStatus: 'EnumModel(name=VKYC_IN_PROGRESS, label=VKYC In Progress, description=null)',
            kycLink: LINK,
            kycExpiryDays: 1,
          },
          session: null,
        },
      );
      assert.ok(!text.includes(CARD_ID));
    });

    it('sends the documented request, for the card of the session only', async () => {
      const { backend } = backendFor(`${enkash.url}/`);
      const body = JSON.stringify({ enKashCardId: 'SOMEONE-ELSE', partnerId: 'evil' });
      const endpoint = await endpointOf(backend);
      assert.equal(
        (await send(backend, `${endpoint}?enKashCardId=SOMEONE-ELSE`, 'POST', { body })).status,
        200,
      );
      const [received, ...more] = enkash.seen;
      assert.equal(more.length, 0);
      assert.equal(received?.method, 'GET');
      assert.equal(received.url.pathname, '/api/v0/partner/enKashCard/vkyc/link');
      assert.deepEqual([...received.url.searchParams], [['enKashCardId', CARD_ID]]);
      assert.equal(received.headers.authorization, `Bearer ${TOKEN}`);
      assert.equal(received.headers['partnerid'], 'CRM338L2H');
    });

    it('is refused outside hours with the next opening, without a call to EnKash', async () => {
      const { backend, clock } = backendFor(enkash.url);
      clock.instant = CLOSED;
      const { status, body } = await send(backend, await endpointOf(backend), 'POST');
      assert.equal(status, 409);
      assert.deepEqual(body, { error: { code: 'closed_hours', opensAt: '2026-11-24T04:30:00.000Z' } });
      assert.equal(enkash.seen.length, 0);
    });

    it('is allowed from opening time and refused from closing time, to the millisecond', async () => {
      const { backend, clock } = backendFor(enkash.url, { sessionTtlSeconds: 86_400 });
      const endpoint = await endpointOf(backend);
      for (const [instant, status] of [
        ['2026-11-23T12:29:59.999Z', 200],
        ['2026-11-23T12:30:00.000Z', 409],
        ['2026-11-24T04:29:59.999Z', 409],
        ['2026-11-24T04:30:00.000Z', 200],
      ] as const) {
        clock.instant = Date.parse(instant);
        assert.equal((await send(backend, endpoint, 'POST')).status, status, instant);
      }
    });

    it('observes the holidays and the last entry of its schedule', async () => {
      const schedule = { holidays: '2026-11-24, 2026-11-25', lastEntry: 30 };
      const { backend, clock } = backendFor(enkash.url, { schedule, sessionTtlSeconds: 86_400 });
      clock.instant = Date.parse('2026-11-23T12:00:00Z');
      const { body } = await send(backend, await endpointOf(backend), 'POST');
      assert.deepEqual(body.error, { code: 'closed_hours', opensAt: '2026-11-26T04:30:00.000Z' });
    });
  });

  describe('GET', () => {
    it("answers EnKash's envelope without the link and without the card id, in either spelling", async () => {
      enkash.serve = json({ ...enkashAnswer({ enKashCardId: CARD_ID }), enKashCardId: CARD_ID });
      const { backend } = backendFor(enkash.url);
      const { status, body, text } = await send(backend, await endpointOf(backend), 'GET');
      assert.equal(status, 200);
      assert.deepEqual(Object.keys(body.payload ?? {}), ['kycStatus', 'kycSubStatus', 'kycExpiryDays']);
      assert.ok(!text.includes(CARD_ID) && !text.includes('signzy'));
    });

    it('has the expiry, the time and the availability, and says that a GET may mint', async () => {
      const { backend } = backendFor(enkash.url);
      const { body } = await send(backend, await endpointOf(backend), 'GET');
      const { open, reason, opensAt, closesAt } = availabilityAt(OPEN);
      assert.equal(open, true);
      assert.deepEqual(body.session, {
        expiresAt: '2026-11-23T05:45:00.000Z',
        serverTime: '2026-11-23T05:30:00.000Z',
        availability: { open, reason, opensAt, closesAt },
        schedule: { workingHours: '10:00-18:00', workingDays: 'mon-fri', holidays: [], lastEntry: '0' },
        pollAfter: null,
      });
    });

    it('has the schedule of the options', async () => {
      const { backend } = backendFor(enkash.url, {
        schedule: {
          workingHours: '09:00-19:30',
          workingDays: 'mon-sat',
          holidays: '2026-12-25 2027-01-26',
          lastEntry: 15,
        },
      });
      const { body } = await send(backend, await endpointOf(backend), 'GET');
      assert.deepEqual(body.session?.['schedule'], {
        workingHours: '09:00-19:30',
        workingDays: 'mon-sat',
        holidays: ['2026-12-25', '2027-01-26'],
        lastEntry: '15',
      });
    });

    it('answers outside hours too', async () => {
      const { backend, clock } = backendFor(enkash.url);
      clock.instant = CLOSED;
      const { status, body } = await send(backend, await endpointOf(backend), 'GET');
      assert.equal(status, 200);
      assert.deepEqual(body.session?.['availability'], {
        open: false,
        reason: 'after-hours',
        opensAt: '2026-11-24T04:30:00.000Z',
        closesAt: null,
      });
    });

    it("reads EnKash's 422 outside hours as closed_hours, and inside hours as not_eligible", async () => {
      enkash.serve = json({ code: 422, message: 'Failure' }, 422);
      const { backend, clock } = backendFor(enkash.url, { sessionTtlSeconds: 86_400 });
      const endpoint = await endpointOf(backend);
      assert.deepEqual((await send(backend, endpoint, 'GET')).body, { error: { code: 'not_eligible' } });
      clock.instant = CLOSED;
      assert.equal((await send(backend, endpoint, 'GET')).body.error?.code, 'closed_hours');
    });

    it('answers a customer for whom EnKash gives no link', async () => {
      enkash.serve = json(enkashAnswer({ kycLink: null }));
      const { backend } = backendFor(enkash.url);
      assert.equal((await send(backend, await endpointOf(backend), 'GET')).status, 200);
    });
  });

  describe('GET with a status URL', () => {
    const statusUrls = {
      'a text': () => `${enkash.url}/vkyc/status?version=2`,
      'a function of the card id': () => (id: string) =>
        `${enkash.url}/vkyc/status?version=2&for=${id.length}`,
    };
    for (const [kind, statusUrl] of Object.entries(statusUrls))
      it(`calls the URL of ${kind} with the card id and the same headers, and says when to poll`, async () => {
        const { backend } = backendFor(enkash.url, { enkash: { statusUrl: statusUrl() } });
        const { body, text } = await send(backend, await endpointOf(backend), 'GET');
        assert.equal(body.session?.['pollAfter'], 5_000);
        assert.ok(!text.includes('signzy'));
        const [received, ...more] = enkash.seen;
        assert.equal(more.length, 0);
        assert.equal(received?.url.pathname, '/vkyc/status');
        assert.equal(received.url.searchParams.get('version'), '2');
        assert.equal(received.url.searchParams.get('enKashCardId'), CARD_ID);
        assert.equal(received.headers.authorization, `Bearer ${TOKEN}`);
      });

    it('calls EnKash for every poll', async () => {
      const { backend } = backendFor(enkash.url, { enkash: { statusUrl: `${enkash.url}/status` } });
      const endpoint = await endpointOf(backend);
      await send(backend, endpoint, 'GET');
      enkash.serve = json(enkashAnswer({ kycStatus: 'NEW_STATUS' }));
      assert.equal((await send(backend, endpoint, 'GET')).body.payload?.['kycStatus'], 'NEW_STATUS');
    });

    it('does not call a URL of another origin', async () => {
      const { backend } = backendFor(enkash.url, {
        enkash: { statusUrl: () => 'https://elsewhere.example/' },
      });
      const { status, body } = await send(backend, await endpointOf(backend), 'GET');
      assert.deepEqual([status, body.error?.code], [500, 'internal_error']);
    });

    it('does not suspend the link call when the status call fails', async () => {
      enkash.serve = (received, response) =>
        received.url.pathname === '/status'
          ? response.writeHead(500).end()
          : json(enkashAnswer())(received, response);
      const { backend } = backendFor(enkash.url, { enkash: { statusUrl: `${enkash.url}/status` } });
      const endpoint = await endpointOf(backend);
      for (let poll = 0; poll < 6; poll++) assert.equal((await send(backend, endpoint, 'GET')).status, 503);
      assert.equal((await send(backend, endpoint, 'POST')).status, 200);
    });
  });

  describe('sessions', () => {
    it('answers 410 when a session has expired, to the second', async () => {
      const { backend, clock } = backendFor(enkash.url, { sessionTtlSeconds: 60 });
      const endpoint = await endpointOf(backend);
      clock.instant = OPEN + 59_999;
      assert.equal((await send(backend, endpoint, 'GET')).status, 200);
      clock.instant = OPEN + 60_000;
      const { status, body } = await send(backend, endpoint, 'GET');
      assert.deepEqual([status, body], [410, { error: { code: 'session_expired' } }]);
    });

    it('opens sessions of another process that has the same secret', async () => {
      const endpoint = await endpointOf(backendFor(enkash.url).backend);
      assert.equal((await send(backendFor(enkash.url).backend, endpoint, 'GET')).status, 200);
    });

    const unsigned = ['{"alg":"none"}', '{"sub":"EKC1","aud":"session","exp":4102444800}']
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
    const tamperings: Record<string, (token: string) => string> = {
      'a word': () => 'abc',
      'a long text': () => 'a'.repeat(5_000),
      'an unsigned JWT': () => `${unsigned}.`,
      'a changed tag': (token) => token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA'),
      'a changed header': (token) =>
        token.replace(/^[^.]+/, Buffer.from('{"alg":"RSA-OAEP","enc":"A256GCM"}').toString('base64url')),
      'a token cut short': (token) => token.slice(0, token.length / 2),
      'percent signs': () => '%00%ff',
    };
    for (const [what, tamper] of Object.entries(tamperings))
      it(`answers 401 to ${what}, without a call to EnKash`, async () => {
        const { backend } = backendFor(enkash.url);
        const token = (await endpointOf(backend)).split('/').at(-1) ?? '';
        const { status, body } = await send(backend, `/vkyc/session/${tamper(token)}`, 'POST');
        assert.deepEqual([status, body], [401, { error: { code: 'invalid_session' } }]);
        assert.equal(enkash.seen.length, 0);
      });

    it('answers 401 to a session with another secret, even an expired one', async () => {
      const other = backendFor(enkash.url, { secret: 'another secret of more than 32 characters' });
      const endpoint = await endpointOf(other.backend);
      const { backend, clock } = backendFor(enkash.url);
      clock.instant += 86_400_000;
      assert.equal((await send(backend, endpoint, 'GET')).status, 401);
    });
  });

  describe('paths', () => {
    for (const path of [
      '/',
      '/vkyc',
      '/vkyc/session',
      '/vkyc/session/',
      '/vkyc/session/a/b',
      '/vkyc/sessions/a',
    ])
      it(`answers 404 to ${path}`, async () => {
        const { backend, events } = backendFor(enkash.url);
        const { status, body } = await send(backend, path, 'GET');
        assert.deepEqual([status, body], [404, { error: { code: 'not_found' } }]);
        assert.equal(events.length, 0);
      });

    it('serves the given base path', async () => {
      const { backend } = backendFor(enkash.url, { basePath: '/api/kyc' });
      const endpoint = await endpointOf(backend);
      assert.match(endpoint, /^\/api\/kyc\/[\w.-]+$/);
      assert.equal((await send(backend, endpoint, 'GET')).status, 200);
    });
  });

  describe('events', () => {
    it('report each request and each call to EnKash by code, status and hash only', async () => {
      const { backend, events } = backendFor(enkash.url);
      const endpoint = await endpointOf(backend);
      await send(backend, endpoint, 'POST');
      await send(backend, '/vkyc/session/tampered', 'PROPFIND');
      const [call, answered, refused] = events;
      assert.ok(call?.type === 'upstream' && answered?.type === 'request' && refused?.type === 'request');
      assert.match(call.customer, /^[0-9a-f]{32}$/);
      assert.ok(call.durationMs >= 0 && answered.durationMs >= call.durationMs);
      assert.deepEqual(
        { ...call, durationMs: 0 },
        {
          type: 'upstream',
          call: 'link',
          upstreamStatus: 200,
          code: null,
          durationMs: 0,
          customer: call.customer,
        },
      );
      assert.deepEqual(
        { ...answered, durationMs: 0 },
        { type: 'request', method: 'POST', status: 200, code: null, durationMs: 0, customer: call.customer },
      );
      assert.deepEqual(
        { ...refused, durationMs: 0 },
        {
          type: 'request',
          method: 'other',
          status: 405,
          code: 'method_not_allowed',
          durationMs: 0,
          customer: null,
        },
      );
    });

    for (const [what, onEvent] of Object.entries({
      throws: () => {
        throw new Error('at once');
      },
      rejects: () => Promise.reject(new Error('later')),
    }))
      it(`do not affect the answer when the listener ${what}`, async () => {
        const { backend } = backendFor(enkash.url, { onEvent });
        assert.equal((await send(backend, await endpointOf(backend), 'POST')).status, 200);
      });
  });

  it('answers 500 and does not reject when the store returns an invalid value', async () => {
    const store = { ...memoryStore(), get: () => Promise.resolve(JSON.parse('7') as string) };
    const { backend } = backendFor(enkash.url, { store });
    const { status, body } = await send(backend, await endpointOf(backend), 'GET');
    assert.deepEqual([status, body], [500, { error: { code: 'internal_error' } }]);
  });
});
