import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lookCss } from '../../../../demo/page/settings/look-css.js';
import { fromSearch } from '../../../../demo/page/settings/settings.js';
import { readText, section, snippets } from '../../../support/markdown.js';

const theming = readText('docs/theming.md');

describe('lookCss', () => {
  for (const [brand, heading] of [
    ['light-accent', 'A light accent'],
    ['government', 'Square, as government pages are'],
    ['outline', 'A small outline'],
  ] as const)
    it(`writes the brand ${brand} as docs/theming.md has it`, () => {
      const [documented = ''] = snippets(section(theming, heading), 'css');
      assert.equal(lookCss(fromSearch(`?brand=${brand}`)), documented.trim());
    });

  it('writes a chosen colour over that of the brand', () => {
    const css = lookCss(fromSearch('?brand=government&accent=%23123456'));
    assert.match(css, /--vkyc-accent: #123456;/);
    assert.doesNotMatch(css, /#00703c/);
    assert.match(css, /--vkyc-radius: 0;/);
  });

  it("is empty for the button's own look", () => {
    assert.equal(lookCss(fromSearch('?brand=none')), '');
  });
});
