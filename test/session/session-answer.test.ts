import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import {
  ownFields,
  readInstant,
  readSessionAnswer,
  readTime,
  type SessionAnswer,
} from '../../src/session/session-answer.js';
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
      expiresAt: null,
      serverTime: null,
      availability: null,
      schedule: null,
      action: null,
      handoffUrl: null,
      pollAfter: null,
    });
  });

  it('reads the payload alone just as the envelope, each with a session beside it or without', () => {
    const envelope = parse(SEED_REPLY);
    const payload = ownFields(ownFields(envelope).payload);
    const session = { pollAfter: 5000 };
    expect(read(payload)).to.deep.equal(read(envelope));
    expect(read({ ...payload, session })).to.deep.equal(read({ ...ownFields(envelope), session }));
    expect(read({ ...ownFields(envelope), session }).pollAfter).to.equal(5000);
  });

  it('keeps neither the card id nor any field that the element has no use for', () => {
    expect(JSON.stringify(read(parse(SEED_REPLY)))).not.to.contain('EKCHUZJWZW');
  });

  it('passes over fields it does not know', () => {
    expect(read({ ...STATUS, v: 2, more: { of: ['it'] } })).to.deep.equal(read(STATUS));
  });

  it("is refused by any code but the number 0, EnKash's word for success", () => {
    for (const code of [1, -1, 0.5, '0', '', null, true, false, [], {}])
      expect(readSessionAnswer({ code, payload: STATUS }), JSON.stringify(code)).to.equal('enkash_error');
    expect(read({ code: 0, payload: STATUS }).status.kycStatus?.name).to.equal('MIN_KYC_VERIFIED');
  });

  it('reads a customer of whom EnKash says nothing, or nothing readable, as unknown', () => {
    for (const kycStatus of [null, '', 7, true, [], {}, 'EnumModel(name=, label=x)', 'lower case'])
      expect(read({ kycStatus }).status, JSON.stringify(kycStatus)).to.deep.equal({
        kycStatus: null,
        kycSubStatus: null,
      });
  });

  it('says invalid_response of another shape', () => {
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

  it('counts a link as one only if it is text with something in it', () => {
    for (const kycLink of ['', null, 7, {}, [SEED_LINK], true])
      expect(read({ ...STATUS, kycLink }).link, JSON.stringify(kycLink)).to.equal(null);
    expect(read({ kycLink: 'any text: the link is checked before it is used' }).link).to.be.a('string');
  });

  it('takes the last of two keys of one name, as JSON does', () => {
    expect(read(parse('{"kycLink":"https://signzy.tech/","kycLink":"javascript:alert(1)"}')).link).to.equal(
      'javascript:alert(1)',
    );
  });

  describe('when someone tampers with prototypes', () => {
    it('does not take a __proto__ or constructor in the JSON for fields', () => {
      for (const text of [
        '{"__proto__":{"kycStatus":"FULL_KYC_VERIFIED","kycLink":"https://signzy.tech/"}}',
        '{"constructor":{"prototype":{"kycStatus":"FULL_KYC_VERIFIED"}}}',
        '{"payload":{"__proto__":{"kycStatus":"FULL_KYC_VERIFIED"}}}',
      ]) {
        expect(readSessionAnswer(parse(text)), text).to.equal('invalid_response');
        expect({}).not.to.have.property('kycStatus');
      }
    });

    it('sees no field that Object.prototype was polluted with', () => {
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

  describe('reads of the session', () => {
    it('its times as ISO 8601 or epoch milliseconds', () => {
      const answer = withSession({ expiresAt: '2026-11-23T05:00:00Z', serverTime: 1_795_409_100_000 });
      expect(answer.expiresAt).to.equal(Date.UTC(2026, 10, 23, 5));
      expect(answer.serverTime).to.equal(1_795_409_100_000);
    });

    it('nothing from what is no object', () => {
      for (const session of [null, 'text', 7, [], [{ pollAfter: 5 }]])
        expect(withSession(session), JSON.stringify(session)).to.deep.equal(read(STATUS));
    });

    it('the opening hours that the backend states, times as ISO 8601', () => {
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

    it('a reason that is not on the list as the backend refusing, and none at all while open', () => {
      for (const reason of [undefined, null, 'lunch', 7, {}, 'toString'])
        expect(withSession({ availability: { open: false, reason } }).availability?.reason).to.equal(
          'server',
        );
      expect(withSession({ availability: { open: true, reason: 'holiday' } }).availability?.reason).to.equal(
        null,
      );
    });

    it('no opening hours unless they say whether EnKash is open', () => {
      for (const availability of [null, true, 'open', [], {}, { open: 'true' }, { open: 1 }])
        expect(withSession({ availability }).availability, JSON.stringify(availability)).to.equal(null);
    });

    it('the schedule, leaving out what has the wrong type', () => {
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

    it('the one kind of action it knows, with its address', () => {
      const action = { kind: 'accept-terms', url: 'https://wallet.example.com/terms' };
      expect(withSession({ action: { ...action, more: 1 } }).action).to.deep.equal(action);
      for (const other of [null, 'accept-terms', { ...action, kind: 'dance' }, { kind: 'accept-terms' }])
        expect(withSession({ action: other }).action, JSON.stringify(other)).to.equal(null);
    });

    it("the partner's own link for the phone", () => {
      const handoffUrl = 'https://wallet.example.com/k/7f3';
      expect(withSession({ handoffUrl }).handoffUrl).to.equal(handoffUrl);
      for (const other of [null, 7, {}, undefined])
        expect(withSession({ handoffUrl: other }).handoffUrl, JSON.stringify(other)).to.equal(null);
    });

    it('the pace of polling: milliseconds, null for never, and nothing else', () => {
      expect(withSession({ pollAfter: 0 }).pollAfter).to.equal(0);
      expect(withSession({ pollAfter: 10_000 }).pollAfter).to.equal(10_000);
      expect(withSession({ pollAfter: null }).pollAfter).to.equal('never');
      for (const pollAfter of [-1, NaN, '5000', true, {}, undefined])
        expect(withSession({ pollAfter }).pollAfter, JSON.stringify(pollAfter)).to.equal(null);
    });
  });

  it('never throws, whatever JSON comes, and any answer is JSON-safe', () => {
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

describe('readInstant', () => {
  it('gives null for what is no instant', () => {
    for (const value of [null, undefined, '', 'soon', NaN, Infinity, 8.64e15 + 1, true, {}, [0]])
      expect(readInstant(value), JSON.stringify(value)).to.equal(null);
  });

  it('reads a time only if it names its zone: without one each device would read another', () => {
    const five = Date.UTC(2026, 10, 23, 5);
    for (const text of [
      '2026-11-23T05:00:00Z',
      '2026-11-23T10:30:00+05:30',
      '2026-11-23T10:30:00+0530',
      'Mon, 23 Nov 2026 05:00:00 GMT',
    ])
      expect(readInstant(text), text).to.equal(five);
    for (const text of ['2026-11-23T10:30:00', '2026-11-23', '2026-11-23 10:30', 'November 23, 2026'])
      expect(readInstant(text), text).to.equal(null);
  });

  it('gives only what a Date can hold', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double(), fc.date({ noInvalidDate: true }).map(String)),
        (value) => {
          const instant = readInstant(value);
          if (instant !== null) expect(new Date(instant).getTime()).not.to.be.NaN;
        },
      ),
    );
  });
});

describe('readTime', () => {
  it('gives the same instant as ISO 8601, and null for what is none', () => {
    expect(readTime('2026-11-23T10:30:00+05:30')).to.equal('2026-11-23T05:00:00.000Z');
    expect(readTime(0)).to.equal('1970-01-01T00:00:00.000Z');
    for (const value of [null, 'soon', NaN, 8.64e15 + 1])
      expect(readTime(value), String(value)).to.equal(null);
  });
});

describe('ownFields', () => {
  it('are those of the object itself and none that it inherits', () => {
    const fields = ownFields({ a: 1 });
    expect(fields.a).to.equal(1);
    for (const inherited of ['toString', '__proto__']) expect(inherited in fields).to.equal(false);
    expect(ownFields(Object.create({ a: 1 })).a).to.equal(undefined);
  });

  it('hold a __proto__ that came as JSON as a field like any other', () => {
    const fields = ownFields(parse('{"__proto__":{"a":1}}'));
    expect(fields.a).to.equal(undefined);
    expect(Object.keys(fields)).to.deep.equal(['__proto__']);
  });

  it('are none where there is no object, on a page with a polluted prototype too', () => {
    Object.defineProperty(Object.prototype, 'a', { value: 1, configurable: true, enumerable: true });
    try {
      for (const none of [undefined, null, 'text', 7, true, [], [{ a: 1 }], {}])
        expect(ownFields(none).a, JSON.stringify(none)).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'a');
    }
  });
});
