import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collapseTemplates } from '../../scripts/build/collapse-html-space.js';

const collapse = (code: string) => collapseTemplates(code, 'template.ts');

describe('collapseTemplates', () => {
  it('reduces white space in html templates to one space, around expressions too', () => {
    assert.equal(
      collapse('html`<p\n    class=${name}\n  >\n  ${text}\n</p>`'),
      'html`<p class=${name} > ${text} </p>`',
    );
  });

  it('collapses a template inside the expression of another', () => {
    assert.equal(collapse('html`<p>\n${html`<b>\n</b>`}\n</p>`'), 'html`<p> ${html`<b> </b>`} </p>`');
  });

  it('keeps other templates, strings and code unchanged', () => {
    const code = 'css`a  {\n}`;\nconst text = `two  spaces`;\nconst other = "html`  `";';
    assert.equal(collapse(code), code);
  });
});
