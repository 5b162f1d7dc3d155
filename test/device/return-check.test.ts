import { expect } from '@open-wc/testing';

import { createReturnCheck } from '../../src/device/return-check.js';

/** A check on a clock that the test sets, after the page has loaded and asked at 0. */
function setup() {
  let now = 0;
  const check = createReturnCheck(() => now);
  check.requested();
  return {
    check,
    at: (time: number) => {
      now = time;
      return { leave: () => check.cameBack(true), show: () => check.cameBack(false) };
    },
  };
}

describe('createReturnCheck', () => {
  it('takes what happens while the page loads for no return', () => {
    const { at } = setup();
    for (const time of [0, 100, 9999]) expect(at(time).show(), String(time)).to.equal(false);
  });

  it('takes any sign of the customer for a return when nothing was asked for ten seconds', () => {
    const { at } = setup();
    expect(at(10_000).show()).to.equal(true);
  });

  it('takes it for a return at once when the customer was away', () => {
    const { at } = setup();
    expect(at(100).leave()).to.equal(false);
    expect(at(200).show()).to.equal(true);
  });

  it('takes the events of one return for one', () => {
    const { at } = setup();
    at(1000).leave();
    expect([at(2000).show(), at(2000).show(), at(2001).show()]).to.deep.equal([true, false, false]);
  });

  it('asks at most every ten seconds, and remembers a return that came too early', () => {
    const { at } = setup();
    at(1000).leave();
    expect(at(2000).show()).to.equal(true);
    at(3000).leave();
    expect(at(4000).show()).to.equal(false);
    expect(at(11_999).show()).to.equal(false);
    expect(at(12_000).show()).to.equal(true);
  });

  it('needs no return when something else has just asked', () => {
    const { check, at } = setup();
    at(20_000);
    check.requested();
    expect(at(21_000).show()).to.equal(false);
  });
});
