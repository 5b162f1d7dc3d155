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
  startStandIn,
  TOKEN,
  type StandIn,
} from '../support/server/fake-enkash.js';

describe('the partner backend', () => {
  let enkash: StandIn;
  before(async () => {
    enkash = await startStandIn(json(enkashAnswer()));
  });
  beforeEach(() => {
    enkash.serve = json(enkashAnswer());
    enkash.seen.length = 0;
  });
  after(() => enkash.stop());

  describe('createSession', () => {
    it('gives an endpoint under the base path and the instant it ends', async () => {
      const { backend } = backendFor(enkash.url);
      const { endpoint, expiresAt } = await backend.createSession({ enKashCardId: CARD_ID });
      assert.match(endpoint, /^\/vkyc\/session\/[\w.-]+$/);
      assert.equal(expiresAt, new Date(OPEN + 900_000).toISOString());
      assert.ok(!endpoint.includes(CARD_ID));
    });

    it('gives another endpoint each time', async () => {
      const { backend } = backendFor(enkash.url);
      assert.notEqual(await endpointOf(backend), await endpointOf(backend));
    });

    it("tells the element of the partner's own pages, for as long as the session lives", async () => {
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

    it('says nothing of pages that the partner has not named', async () => {
      const { backend } = backendFor(enkash.url);
      const { body } = await send(backend, await endpointOf(backend), 'GET');
      const { session = {} } = body;
      assert.ok('expiresAt' in session && !('handoffUrl' in session) && !('action' in session));
    });

    for (const [what, url] of Object.entries({
      'a script': 'javascript:alert(1)',
      'a host without TLS': 'http://shop.example/k',
      'text that is no address': 'https://',
      'a line break': '/k\n',
      nothing: '',
      '257 characters': `/${'k'.repeat(256)}`,
    }))
      it(`refuses ${what} as a page of the partner, without repeating it`, async () => {
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

    it('refuses an action of a kind that it does not know', async () => {
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
      it(`refuses ${what} as a card id, without repeating it or asking EnKash`, async () => {
        const { backend } = backendFor(enkash.url);
        await assert.rejects(backend.createSession({ enKashCardId }), (error: Error) => {
          assert.ok(error instanceof TypeError);
          assert.match(error.message, /^enKashCardId: expected .+; received a string of \d+ characters\.$/);
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

    it('asks EnKash as documented, for the card of the session alone', async () => {
      const { backend } = backendFor(`${enkash.url}/`);
      const body = JSON.stringify({ enKashCardId: 'SOMEONE-ELSE', partnerId: 'evil' });
      const endpoint = await endpointOf(backend);
      assert.equal(
        (await send(backend, `${endpoint}?enKashCardId=SOMEONE-ELSE`, 'POST', { body })).status,
        200,
      );
      const [asked, ...more] = enkash.seen;
      assert.equal(more.length, 0);
      assert.equal(asked?.method, 'GET');
      assert.equal(asked.url.pathname, '/api/v0/partner/enKashCard/vkyc/link');
      assert.deepEqual([...asked.url.searchParams], [['enKashCardId', CARD_ID]]);
      assert.equal(asked.headers.authorization, `Bearer ${TOKEN}`);
      assert.equal(asked.headers['partnerid'], 'CRM338L2H');
    });

    it('is refused outside hours with the next opening, and EnKash is not asked', async () => {
      const { backend, clock } = backendFor(enkash.url);
      clock.instant = CLOSED;
      const { status, body } = await send(backend, await endpointOf(backend), 'POST');
      assert.equal(status, 409);
      assert.deepEqual(body, { error: { code: 'closed_hours', opensAt: '2026-11-24T04:30:00.000Z' } });
      assert.equal(enkash.seen.length, 0);
    });

    it('is refused from closing time to the millisecond, and allowed from opening time to the millisecond', async () => {
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

    it('keeps the holidays and the last entry of its schedule', async () => {
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

    it('tells where the session, the clock and the hours stand, and that asking may mint', async () => {
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

    it('tells the schedule of the options as settings', async () => {
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

    it("takes EnKash's 422 outside hours for closed hours, and inside hours for not eligible", async () => {
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
      it(`asks the URL of ${kind} with the card id and the same headers, and says when to poll`, async () => {
        const { backend } = backendFor(enkash.url, { enkash: { statusUrl: statusUrl() } });
        const { body, text } = await send(backend, await endpointOf(backend), 'GET');
        assert.equal(body.session?.['pollAfter'], 5_000);
        assert.ok(!text.includes('signzy'));
        const [asked, ...more] = enkash.seen;
        assert.equal(more.length, 0);
        assert.equal(asked?.url.pathname, '/vkyc/status');
        assert.equal(asked.url.searchParams.get('version'), '2');
        assert.equal(asked.url.searchParams.get('enKashCardId'), CARD_ID);
        assert.equal(asked.headers.authorization, `Bearer ${TOKEN}`);
      });

    it('asks again for every poll', async () => {
      const { backend } = backendFor(enkash.url, { enkash: { statusUrl: `${enkash.url}/status` } });
      const endpoint = await endpointOf(backend);
      await send(backend, endpoint, 'GET');
      enkash.serve = json(enkashAnswer({ kycStatus: 'NEW_STATUS' }));
      assert.equal((await send(backend, endpoint, 'GET')).body.payload?.['kycStatus'], 'NEW_STATUS');
    });

    it('does not ask a URL of another origin that the function gives', async () => {
      const { backend } = backendFor(enkash.url, {
        enkash: { statusUrl: () => 'https://elsewhere.example/' },
      });
      const { status, body } = await send(backend, await endpointOf(backend), 'GET');
      assert.deepEqual([status, body.error?.code], [500, 'internal_error']);
    });

    it('answers a failing status call without stopping the link call', async () => {
      enkash.serve = (asked, response) =>
        asked.url.pathname === '/status'
          ? response.writeHead(500).end()
          : json(enkashAnswer())(asked, response);
      const { backend } = backendFor(enkash.url, { enkash: { statusUrl: `${enkash.url}/status` } });
      const endpoint = await endpointOf(backend);
      for (let poll = 0; poll < 6; poll++) assert.equal((await send(backend, endpoint, 'GET')).status, 503);
      assert.equal((await send(backend, endpoint, 'POST')).status, 200);
    });
  });

  describe('sessions', () => {
    it('answers 410 once a session has ended, to the second', async () => {
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
    const forgeries: Record<string, (token: string) => string> = {
      'a word': () => 'abc',
      'a long text': () => 'a'.repeat(5_000),
      'an unsigned JWT': () => `${unsigned}.`,
      'a changed tag': (token) => token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA'),
      'a changed header': (token) =>
        token.replace(/^[^.]+/, Buffer.from('{"alg":"RSA-OAEP","enc":"A256GCM"}').toString('base64url')),
      'a token cut short': (token) => token.slice(0, token.length / 2),
      'percent signs': () => '%00%ff',
    };
    for (const [what, forge] of Object.entries(forgeries))
      it(`answers 401 to ${what}, and EnKash is not asked`, async () => {
        const { backend } = backendFor(enkash.url);
        const token = (await endpointOf(backend)).split('/').at(-1) ?? '';
        const { status, body } = await send(backend, `/vkyc/session/${forge(token)}`, 'POST');
        assert.deepEqual([status, body], [401, { error: { code: 'invalid_session' } }]);
        assert.equal(enkash.seen.length, 0);
      });

    it('answers 401 to a session made with another secret, even an ended one', async () => {
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

    it('serves the base path it is given', async () => {
      const { backend } = backendFor(enkash.url, { basePath: '/api/kyc' });
      const endpoint = await endpointOf(backend);
      assert.match(endpoint, /^\/api\/kyc\/[\w.-]+$/);
      assert.equal((await send(backend, endpoint, 'GET')).status, 200);
    });
  });

  describe('events', () => {
    it('tells each request and each call to EnKash by code, status and hash alone', async () => {
      const { backend, events } = backendFor(enkash.url);
      const endpoint = await endpointOf(backend);
      await send(backend, endpoint, 'POST');
      await send(backend, '/vkyc/session/forged', 'PROPFIND');
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
      it(`answers though its listener ${what}`, async () => {
        const { backend } = backendFor(enkash.url, { onEvent });
        assert.equal((await send(backend, await endpointOf(backend), 'POST')).status, 200);
      });
  });

  it('answers 500 rather than reject when the store gives what no store should', async () => {
    const store = { ...memoryStore(), get: () => Promise.resolve(JSON.parse('7') as string) };
    const { backend } = backendFor(enkash.url, { store });
    const { status, body } = await send(backend, await endpointOf(backend), 'GET');
    assert.deepEqual([status, body], [500, { error: { code: 'internal_error' } }]);
  });
});
