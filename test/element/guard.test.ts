import { expect } from '@open-wc/testing';
import { createGuard } from '../../src/element/guard.js';
import type { VkycError } from '../../src/errors/vkyc-error.js';

const setup = () => {
  const reported: VkycError[] = [];
  return { reported, guard: createGuard((failure) => reported.push(failure)) };
};

const fail = (error: Error) => (): number => {
  throw error;
};

describe('createGuard', () => {
  it('passes on the result of a task', () => {
    const { guard, reported } = setup();
    expect(guard.run(() => 7)).to.equal(7);
    expect(reported).to.deep.equal([]);
  });

  it('reports a failure as internal_error with its name, not its message, and throws nothing', () => {
    const { guard, reported } = setup();
    expect(guard.run(fail(new RangeError('/vkyc/session/secret')))).to.equal(undefined);
    expect(reported.map(({ code }) => code)).to.deep.equal(['internal_error']);
    expect(reported[0]?.message).to.contain('RangeError').and.not.contain('secret');
  });

  it('reports each kind of failure once', () => {
    const { guard, reported } = setup();
    for (const error of [new RangeError('a'), new RangeError('b'), new TypeError('c')])
      guard.run(fail(error));
    expect(reported).to.have.length(2);
  });
});
