import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snippet } from '../../../demo/page/snippet.js';

describe('snippet', () => {
  it('returns only the script and the session endpoint when every setting has its default', () => {
    assert.equal(
      snippet(new Map()),
      `<script type="module"
  src="/enkash-vkyc-button.js"></script>

<enkash-vkyc-button
  session-endpoint="{{ session.endpoint }}"
></enkash-vkyc-button>`,
    );
  });

  it('returns a line for each setting, without a value for boolean ones', () => {
    const attributes = new Map([
      ['mode', 'iframe'],
      ['disabled', ''],
    ]);
    assert.match(snippet(attributes), /\n {2}mode="iframe"\n {2}disabled\n><\/enkash-vkyc-button>$/);
  });
});
