import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snippet } from '../../../demo/page/snippet.js';

describe('the snippet', () => {
  it('is the least a partner needs while every setting is its default', () => {
    assert.equal(
      snippet(new Map()),
      `<script type="module"
  src="/enkash-vkyc-button.js"></script>

<enkash-vkyc-button
  session-endpoint="{{ session.endpoint }}"
></enkash-vkyc-button>`,
    );
  });

  it('has a line for each setting, and no value where it needs none', () => {
    const attributes = new Map([
      ['mode', 'iframe'],
      ['disabled', ''],
    ]);
    assert.match(snippet(attributes), /\n {2}mode="iframe"\n {2}disabled\n><\/enkash-vkyc-button>$/);
  });
});
