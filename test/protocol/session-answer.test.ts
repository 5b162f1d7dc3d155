import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { ownFields } from '../../src/protocol/json-object.js';
import { readSessionAnswer, type SessionAnswer } from '../../src/protocol/session-answer.js';
import { SEED_LINK, SEED_REPLY } from '../support/scenarios.js';

const parse = (text: string): unknown => JSON.parse(text);
const read = (body: unknown): SessionAnswer => {
  const answer = readSessionAnswer(body);
  if (typeof answer === 'string') throw new Error(`expected an answer, received ${answer}`);
  return answer;
};
const STATUS = { kycStatus: 'MIN_KYC_VERIFIED', kycSubStatus: 'VKYC_IN_PROGRESS' };
const withSession = (session: unknown) => read({ ...STATUS, session });

describe('readSessionAnswer', () => {
  it("reads EnKash's reply as EnKash documents it, byte for byte", () => {
    expect(readSessionAnswer(parse(SEED_REPLY))).to.deep.equal({
      status: {
        kycStatus: { name: 'MIN_KYC_VERIFIED', label: 'Min Kyc Verified', description: null },
        kycSubStatus: { name: 'VKYC_IN_PROGRESS', label: 'VKYC In Progress', description: null },
      },
      link: SEED_LINK,
      linkDays: 1,
      expiresAt: null,
      serverTime: null,
      availability: null,
      schedule: null,
      action: null,
      handoffUrl: null,
      pollAfter: null,
    });
  });

  it('takes for the days of a link only a number above 0', () => {
    for (const [kycExpiryDays, days] of [
      [7, 7],
      [0.5, 0.5],
      [0, null],
      [-1, null],
      ['7', null],
      [[7], null],
      [null, null],
      [NaN, null],
    ])
      expect(read({ ...STATUS, kycExpiryDays }).linkDays, JSON.stringify(kycExpiryDays)).to.equal(days);
  });

  it('takes for the last entry a number or a text, nothing else', () => {
    for (const [lastEntry, expected] of [
      [15, 15],
      ['15', '15'],
      [null, undefined],
      [[15], undefined],
      [true, undefined],
    ])
      expect(withSession({ schedule: { lastEntry } }).schedule?.lastEntry).to.equal(expected);
  });

  it('reads a bare payload like the envelope, with or without session', () => {
    const envelope = parse(SEED_REPLY);
    const payload = ownFields(ownFields(envelope).payload);
    const session = { pollAfter: 5000 };
    expect(read(payload)).to.deep.equal(read(envelope));
    expect(read({ ...payload, session })).to.deep.equal(read({ ...ownFields(envelope), session }));
    expect(read({ ...ownFields(envelope), session }).pollAfter).to.equal(5000);
  });

  it('drops the card id and every member that the element does not use', () => {
    expect(JSON.stringify(read(parse(SEED_REPLY)))).not.to.contain('EKCHUZJWZW');
  });

  it('ignores unknown members', () => {
    expect(read({ ...STATUS, v: 2, more: { of: ['it'] } })).to.deep.equal(read(STATUS));
  });

  it('returns enkash_error for any code except the number 0', () => {
    for (const code of [1, -1, 0.5, '0', '', null, true, false, [], {}])
      expect(readSessionAnswer({ code, payload: STATUS }), JSON.stringify(code)).to.equal('enkash_error');
    expect(read({ code: 0, payload: STATUS }).status.kycStatus?.name).to.equal('MIN_KYC_VERIFIED');
  });

  it('reads a missing or unreadable status as null', () => {
    for (const kycStatus of [null, '', 7, true, [], {}, 'EnumModel(name=, label=x)', 'lower case'])
      expect(read({ kycStatus }).status, JSON.stringify(kycStatus)).to.deep.equal({
        kycStatus: null,
        kycSubStatus: null,
      });
  });

  it('returns invalid_response for any other shape', () => {
    for (const body of [
      undefined,
      null,
      0,
      true,
      'text',
      [],
      [STATUS],
      {},
      { payload: null },
      { code: 0, payload: [] },
      { code: 0, payload: 'text' },
      { code: 0, payload: {} },
      { code: 0, payload: { code: 0, payload: STATUS } },
      { error: { code: 'closed_hours' }, ...STATUS },
    ])
      expect(readSessionAnswer(body), JSON.stringify(body)).to.equal('invalid_response');
  });

  it('accepts only a non-empty string as link', () => {
    for (const kycLink of ['', null, 7, {}, [SEED_LINK], true])
      expect(read({ ...STATUS, kycLink }).link, JSON.stringify(kycLink)).to.equal(null);
    expect(read({ kycLink: 'any text: the link is checked before it is used' }).link).to.be.a('string');
  });

  it('reads the last of two members with the same name, as JSON does', () => {
    expect(read(parse('{"kycLink":"https://signzy.tech/","kycLink":"javascript:alert(1)"}')).link).to.equal(
      'javascript:alert(1)',
    );
  });

  describe('prototype pollution', () => {
    it('does not read __proto__ or constructor in the JSON as members', () => {
      for (const text of [
        '{"__proto__":{"kycStatus":"FULL_KYC_VERIFIED","kycLink":"https://signzy.tech/"}}',
        '{"constructor":{"prototype":{"kycStatus":"FULL_KYC_VERIFIED"}}}',
        '{"payload":{"__proto__":{"kycStatus":"FULL_KYC_VERIFIED"}}}',
      ]) {
        expect(readSessionAnswer(parse(text)), text).to.equal('invalid_response');
        expect({}).not.to.have.property('kycStatus');
      }
    });

    it('ignores members of a polluted Object.prototype', () => {
      const polluted = {
        kycStatus: 'FULL_KYC_VERIFIED',
        kycLink: 'https://signzy.tech/evil',
        code: 1,
        payload: { kycStatus: 'FULL_KYC_VERIFIED' },
        session: { pollAfter: null },
        error: {},
        availability: { open: true },
        schedule: {},
        action: { kind: 'accept-terms', url: 'https://evil.example/' },
        pollAfter: 1,
        expiresAt: 1,
        serverTime: 1,
        opensAt: 1,
        closesAt: 1,
        reason: 'holiday',
        workingHours: '00:00-24:00',
        holidays: [],
        lastEntry: 5,
      };
      const clean = [
        read({ kycSubStatus: null, session: { availability: { open: false }, schedule: {} } }),
        readSessionAnswer({}),
      ];
      try {
        Object.assign(Object.prototype, polluted);
        expect([
          read({ kycSubStatus: null, session: { availability: { open: false }, schedule: {} } }),
          readSessionAnswer({}),
        ]).to.deep.equal(clean);
      } finally {
        for (const key of Object.keys(polluted)) Reflect.deleteProperty(Object.prototype, key);
      }
    });
  });

  describe('session', () => {
    it('reads times in ISO 8601 or epoch milliseconds', () => {
      const answer = withSession({ expiresAt: '2026-11-23T05:00:00Z', serverTime: 1_795_409_100_000 });
      expect(answer.expiresAt).to.equal(Date.UTC(2026, 10, 23, 5));
      expect(answer.serverTime).to.equal(1_795_409_100_000);
    });

    it('ignores a session that is not an object', () => {
      for (const session of [null, 'text', 7, [], [{ pollAfter: 5 }]])
        expect(withSession(session), JSON.stringify(session)).to.deep.equal(read(STATUS));
    });

    it('reads availability, with its times as ISO 8601', () => {
      const opensAt = '2026-11-24T10:00:00+05:30';
      expect(
        withSession({ availability: { open: false, reason: 'holiday', opensAt, closesAt: null } })
          .availability,
      ).to.deep.equal({
        open: false,
        reason: 'holiday',
        opensAt: '2026-11-24T04:30:00.000Z',
        closesAt: null,
      });
      expect(withSession({ availability: { open: true, closesAt: 0 } }).availability).to.deep.equal({
        open: true,
        reason: null,
        opensAt: null,
        closesAt: '1970-01-01T00:00:00.000Z',
      });
    });

    it('reads an unknown reason as server, and none while open', () => {
      for (const reason of [undefined, null, 'lunch', 7, {}, 'toString'])
        expect(withSession({ availability: { open: false, reason } }).availability?.reason).to.equal(
          'server',
        );
      expect(withSession({ availability: { open: true, reason: 'holiday' } }).availability?.reason).to.equal(
        null,
      );
    });

    it('ignores availability without a boolean open', () => {
      for (const availability of [null, true, 'open', [], {}, { open: 'true' }, { open: 1 }])
        expect(withSession({ availability }).availability, JSON.stringify(availability)).to.equal(null);
    });

    it('reads the schedule without members of the wrong type', () => {
      const schedule = {
        workingHours: '10:00-18:00',
        workingDays: 'mon-sat',
        holidays: ['2026-11-24', 7, null, '2026-12-25'],
        lastEntry: 15,
      };
      expect(withSession({ schedule }).schedule).to.deep.equal({
        ...schedule,
        holidays: ['2026-11-24', '2026-12-25'],
      });
      expect(
        withSession({
          schedule: { workingHours: 9, workingDays: [], holidays: '2026-11-24', lastEntry: '15' },
        }).schedule,
      ).to.deep.equal({
        workingHours: undefined,
        workingDays: undefined,
        holidays: '2026-11-24',
        lastEntry: '15',
      });
      for (const none of [null, 'mon-fri', []])
        expect(withSession({ schedule: none }).schedule).to.equal(null);
    });

    it('reads only the action accept-terms, with its URL', () => {
      const action = { kind: 'accept-terms', url: 'https://wallet.example.com/terms' };
      expect(withSession({ action: { ...action, more: 1 } }).action).to.deep.equal(action);
      for (const other of [null, 'accept-terms', { ...action, kind: 'dance' }, { kind: 'accept-terms' }])
        expect(withSession({ action: other }).action, JSON.stringify(other)).to.equal(null);
    });

    it('reads handoffUrl if it is a string', () => {
      const handoffUrl = 'https://wallet.example.com/k/7f3';
      expect(withSession({ handoffUrl }).handoffUrl).to.equal(handoffUrl);
      for (const other of [null, 7, {}, undefined])
        expect(withSession({ handoffUrl: other }).handoffUrl, JSON.stringify(other)).to.equal(null);
    });

    it('reads pollAfter as milliseconds, or null as never', () => {
      expect(withSession({ pollAfter: 0 }).pollAfter).to.equal(0);
      expect(withSession({ pollAfter: 10_000 }).pollAfter).to.equal(10_000);
      expect(withSession({ pollAfter: null }).pollAfter).to.equal('never');
      for (const pollAfter of [-1, NaN, '5000', true, {}, undefined])
        expect(withSession({ pollAfter }).pollAfter, JSON.stringify(pollAfter)).to.equal(null);
    });
  });

  it('never throws and returns a JSON-safe answer for any JSON', () => {
    const field = fc.constantFrom(
      ...['code', 'payload', 'error', 'session', 'kycStatus', 'kycSubStatus', 'kycLink', 'pollAfter'],
      ...['availability', 'open', 'reason', 'opensAt', 'schedule', 'holidays', 'action', 'kind', '__proto__'],
    );
    const body = fc.anything({
      key: field,
      values: [
        fc.constantFrom<unknown>(0, null, true, Infinity, 'MIN_KYC_VERIFIED', '2026-11-23T05:00:00Z'),
        fc.string(),
        fc.double(),
      ],
      maxDepth: 4,
      maxKeys: 8,
    });
    fc.assert(
      fc.property(body, (value) => {
        const answer = readSessionAnswer(value);
        expect(() => JSON.stringify(answer)).not.to.throw();
      }),
      { numRuns: 1000 },
    );
  });
});
