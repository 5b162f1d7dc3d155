import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { listOfTexts } from '../../scripts/build/remove-message-keys.js';

const ENGLISH = `const en: Messages = {
  actions: { start: 'Start', 'same-tab': 'Open here' },
  days: ['Sunday', 'Monday'],
  estimates: {},
};
export default en;`;

const HINDI = `// words
const hi: Messages = {
  actions: {
    start: 'शुरू',
    'same-tab':
      'यहीं, "खोलें"',
  },
  days: ['रवि', 'सोम'],
};
export default hi;`;

describe('listOfTexts', () => {
  it('lists the version, then the texts, and leaves the rest of the module alone', () => {
    assert.equal(
      listOfTexts(HINDI, ENGLISH),
      `// words
const hi: Messages = ['${manifest.version}','शुरू','यहीं, "खोलें"','रवि','सोम'];
export default hi;`,
    );
  });

  it('refuses a language with another order, or a text less or more', () => {
    const swapped = HINDI.replace("['रवि', 'सोम']", "['रवि']");
    assert.throws(() => listOfTexts(swapped, ENGLISH), /The end is not the text that en\.ts has there/);
    const renamed = HINDI.replace('start:', 'begin:');
    assert.throws(() => listOfTexts(renamed, ENGLISH), /\.actions\.begin is not/);
    assert.throws(() => listOfTexts(ENGLISH, HINDI.replace("'सोम'", '')), /\.days\.1 has no place/);
  });

  it('refuses what is not a text', () => {
    assert.throws(
      () => listOfTexts(HINDI.replace("'शुरू'", 'START'), ENGLISH),
      /\.actions\.start is not a text/,
    );
  });
});
