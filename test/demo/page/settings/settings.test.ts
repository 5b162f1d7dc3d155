import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SETTING_NAMES, SETTINGS } from '../../../../demo/page/settings/setting-table.js';
import { fromSearch, toSearch, valueOf, withValue } from '../../../../demo/page/settings/settings.js';
import { everySetting } from './every-setting.js';

describe('fromSearch', () => {
  it('restores what toSearch wrote, for a choice of every setting', () => {
    assert.equal(everySetting.size, SETTING_NAMES.length);
    assert.deepEqual([...fromSearch(toSearch(everySetting))], [...everySetting]);
  });

  for (const search of [
    '?mode=window',
    '?accent=red',
    '?accent=%23ffd400;background:url(//x)',
    '?radius=9000px',
    '?radius=1rem',
    '?working-hours=18:00-10:00',
    '?holidays=tomorrow',
    '?handoff=yes',
    '?actions.start=',
    `?actions.start=${'x'.repeat(161)}`,
    '?actions.start=%00',
    '?hints.intro-window=%E2%80%AE',
    '?font=Comic%20Sans',
    '?session-endpoint=https://example.com/',
    '?allowed-link-hosts=*',
    '?__proto__=1',
    '?constructor=1',
  ])
    it(`ignores ${search.slice(0, 60)}`, () => {
      assert.equal(fromSearch(search).size, 0);
    });

  it('keeps the valid ones beside an invalid one', () => {
    assert.deepEqual(
      [...fromSearch('?mode=iframe&accent=red&lang=hi')],
      [
        ['mode', 'iframe'],
        ['lang', 'hi'],
      ],
    );
  });
});

describe('toSearch', () => {
  it('is empty without a choice', () => {
    assert.equal(toSearch(new Map()), '');
  });
});

describe('withValue', () => {
  it('takes a choice back with the initial value, and with one that the setting does not accept', () => {
    const chosen = withValue(new Map(), 'mode', 'iframe');
    assert.equal(valueOf(chosen, 'mode'), 'iframe');
    for (const value of ['auto', 'window']) assert.equal(withValue(chosen, 'mode', value).size, 0);
  });
});

describe('every setting', () => {
  it('has an initial value that does not count as a choice', () => {
    for (const name of SETTING_NAMES)
      assert.equal(withValue(new Map(), name, SETTINGS[name].initial).size, 0, name);
  });
});
