import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox } from '../../src/sandbox/index.js';

const impossible: readonly (readonly [setting: string, value: unknown])[] = [
  ['pageHeaders', { 'X Y': 'a' }],
  ['pageHeaders', { '': 'a' }],
  ['pageHeaders', { 'X-A:': 'a' }],
  ['pageHeaders', { 'X-A': 'a\r\nX-B: b' }],
  ['pageHeaders', { 'X-A': 'a\nb' }],
  ['pageHeaders', { 'X-A': 'नमस्ते' }],
  ['pageHeaders', { 'X-A': 7 }],
  ['pageHeaders', { 'Content-Length': '7' }],
  ['pageHeaders', { 'transfer-encoding': 'chunked' }],
  ['pageHeaders', ['X-A']],
  ['hours', { workingHours: '99:99' }],
  ['hours', { workingHours: '18:00-10:00' }],
  ['hours', { workingDays: 'weekdays' }],
  ['hours', { holidays: ['2026-02-30'] }],
  ['hours', { lastEntry: -5 }],
  ['hours', { workingHour: '10:00-18:00' }],
  ['hours', '10:00-18:00'],
  ['latencyMs', 3_000_000_000],
  ['latencyMs', Number.NaN],
  ['paceMs', -1],
  ['auditDelayMs', '10'],
];

describe('the settings of a sandbox', () => {
  for (const [setting, value] of impossible)
    it(`refuse ${setting}: ${JSON.stringify(value)}, at the start and later`, () => {
      const message = new RegExp(`^The sandbox's option ${setting} is .+; received .+\\.$`);
      assert.throws(() => createSandbox({ [setting]: value }), { name: 'TypeError', message });
      assert.throws(() => createSandbox().configure({ [setting]: value }), { name: 'TypeError', message });
    });

  it('accept what a page may send', () => {
    const pageHeaders = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'X-Frame-Options': 'DENY',
      'X-Empty': '',
    };
    const hours = {
      workingHours: '10:00-18:00',
      workingDays: 'mon-sat',
      holidays: ['2026-11-24'],
      lastEntry: 30,
    };
    assert.deepEqual(createSandbox({ pageHeaders, hours }).snapshot().settings.pageHeaders, pageHeaders);
  });
});
