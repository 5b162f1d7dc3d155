import { expect } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { createRequestHold } from '../../src/session/request-hold.js';

let endpoints = 0;

function setup() {
  let now = 1000;
  let sent = 0;
  const endpoint = `/session/${++endpoints}`;
  const monotonic = () => now;
  const hold = createRequestHold(endpoint, monotonic);
  return {
    hold,
    /** The hold of another session at the same endpoint. */
    again: () => createRequestHold(endpoint, monotonic),
    advance: (ms: number) => (now += ms),
    sent: () => sent,
    request: (failure?: Error, at = hold) =>
      at
        .run(() => {
          sent++;
          return failure ? Promise.reject(failure) : Promise.resolve('answer');
        })
        .catch((error: unknown) => error),
  };
}

describe('createRequestHold', () => {
  it('sends everything while no time was named', async () => {
    const { hold, request, sent } = setup();
    for (const failure of [undefined, new VkycError('rate_limited'), new ClosedHours(null), new Error('x')])
      expect(await request(failure)).to.equal(failure ?? 'answer');
    expect(sent()).to.equal(4);
    expect(hold.waitMs).to.equal(0);
  });

  it('sends nothing before the time that any failure named, and then everything again', async () => {
    const failures = (
      ['rate_limited', 'server_error', 'conflict', 'http_error', 'not_eligible'] as const
    ).map((code) => new VkycError(code, { retryAfter: 30 }));
    for (const failure of failures) {
      const { hold, request, sent, advance } = setup();
      await request(failure);
      advance(28_500);
      expect(hold.waitMs).to.equal(1500);
      const held = await request();
      expect(held).to.be.instanceOf(VkycError).and.include({ code: failure.code, retryAfter: 2 });
      advance(1499);
      await request();
      expect(sent()).to.equal(1);
      advance(1);
      expect(hold.waitMs).to.equal(0);
      expect(await request()).to.equal('answer');
      expect(sent()).to.equal(2);
    }
  });

  it('rejects with the closed hours that named the time', async () => {
    const { request, sent } = setup();
    const closed = new ClosedHours('2026-11-24T04:30:00.000Z', 30);
    await request(closed);
    expect(await request()).to.equal(closed);
    expect(sent()).to.equal(1);
  });

  it('holds another session at the same endpoint too, and none at another', async () => {
    const { again, request, sent } = setup();
    await request(new VkycError('rate_limited', { retryAfter: 30 }));
    expect(await request(undefined, again())).to.be.instanceOf(VkycError);
    expect(sent()).to.equal(1);
    expect(await setup().request()).to.equal('answer');
  });
});
