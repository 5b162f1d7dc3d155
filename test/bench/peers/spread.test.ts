import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSamples, formatNumber, formatSpread, rotated, spreadOf } from '../../../bench/peers/spread.js';

describe('the spread', () => {
  it('has the least, the median and the most, in whatever order they were measured', () => {
    assert.deepEqual(spreadOf([5, 1, 9, 2, 3]), { least: 1, median: 3, most: 9 });
    assert.deepEqual(spreadOf([7]), { least: 7, median: 7, most: 7 });
  });

  it('does not exist without values', () => {
    assert.throws(() => spreadOf([]), /nothing to measure/);
  });

  it('is printed as the median with the range, or as one number', () => {
    assert.equal(formatSpread(spreadOf([12.34, 10.06, 15.81])), '12.3 (10.1–15.8)');
    assert.equal(formatSpread(spreadOf([48, 48])), '48');
    assert.equal(formatSpread(undefined), '–');
  });

  it('has numbers of three significant digits', () => {
    assert.deepEqual([0, 0.01234, 1.234, 12.34, 123.4, 35_048].map(formatNumber), [
      '0',
      '0.012',
      '1.23',
      '12.3',
      '123',
      '35,048',
    ]);
  });
});

describe('samples', () => {
  it('are collected by subject', () => {
    const samples = createSamples();
    for (const value of [3, 1, 2]) samples.add('a', value);
    samples.add('b', 8);
    assert.deepEqual(samples.spread('a'), { least: 1, median: 2, most: 3 });
    assert.deepEqual(samples.spread('b'), { least: 8, median: 8, most: 8 });
    assert.equal(samples.spread('c'), undefined);
  });
});

describe('the order of a round', () => {
  it('begins with another subject each time, and leaves none out', () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((round) => rotated(['a', 'b', 'c'], round).join('')),
      ['abc', 'bca', 'cab', 'abc'],
    );
  });
});
