import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFragment } from 'parse5';
import { renderPicture } from '../../../bench/peers/render-picture.js';
import { PEERS_RUN } from '../../support/peers-run.js';

const picture = renderPicture(PEERS_RUN);
const widths = [...picture.matchAll(/<rect [^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));

describe('the picture', () => {
  it('has a title and a description that contains every figure', () => {
    assert.match(picture, /aria-labelledby="title description"/);
    assert.match(picture, /<title id="title">.+<\/title>/);
    const [, description = ''] = /<desc id="description">(.+)<\/desc>/.exec(picture) ?? [];
    for (const figure of ['33 kB', '24 ms', '410 µs', '39.5 kB', '10.2 kB'])
      assert.ok(description.includes(figure), figure);
  });

  it('is readable on light and on dark pages', () => {
    assert.match(picture, /text \{ fill: #f0f6fc \}/);
    assert.match(picture, /prefers-color-scheme: dark/);
  });

  it('has a bar for each value, and the longest for the most', () => {
    assert.equal(widths.length, 9);
    const [ours = 0, hello = 0, loader = 0] = widths;
    assert.ok(ours > hello && hello > loader && loader > 0);
  });

  it('has no markup from a name', () => {
    assert.doesNotMatch(picture, /<with>/);
    assert.match(picture, /&lt;with&gt;/);
    assert.equal(parseFragment(picture).childNodes[0]?.nodeName, 'svg');
  });
});
