import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromIstField, presetsAt, toIstField } from '../../../demo/page/presets.js';

const momentsAt = (now: string) =>
  presetsAt(Date.parse(now)).map(({ at }) => (at === null ? null : toIstField(at)));

describe('the moments the panel offers', () => {
  it('are those of the coming Monday and Sunday in India', () => {
    assert.deepEqual(momentsAt('2026-11-25T12:00:00+05:30'), [
      null,
      '2026-11-30T11:00:00',
      '2026-11-30T09:59:50',
      '2026-11-30T17:59:50',
      '2026-11-30T20:00:00',
      '2026-11-29T12:00:00',
    ]);
  });

  it('are those of today on a Monday, by the Indian calendar', () => {
    assert.equal(momentsAt('2026-11-22T19:00:00Z')[1], '2026-11-23T11:00:00');
  });

  it('are those of today on a Sunday', () => {
    assert.equal(momentsAt('2026-11-22T12:00:00+05:30').at(-1), '2026-11-22T12:00:00');
  });
});

describe('a date-time field', () => {
  it('is read as Indian time', () => {
    assert.equal(fromIstField('2026-11-23T11:00'), Date.UTC(2026, 10, 23, 5, 30));
  });

  it('shows the instant it was read from', () => {
    assert.equal(toIstField(fromIstField('2026-01-01T00:00:07')), '2026-01-01T00:00:07');
  });
});
