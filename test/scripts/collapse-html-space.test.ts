import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collapseTemplates } from '../../scripts/build/collapse-html-space.js';

const collapse = (code: string) => collapseTemplates(code, 'template.ts');

describe('collapseTemplates', () => {
  it('removes line breaks next to tags and expressions, with their indentation', () => {
    assert.equal(
      collapse(
        'html`<p\n    class=${name}\n    id="a"\n  >\n  ${text}\n  <br\n    hidden=${name}\n  />\n</p>`',
      ),
      'html`<p class=${name} id="a">${text}<br hidden=${name} /></p>`',
    );
  });

  it('keeps a space inside a line, and between two lines of text', () => {
    assert.equal(collapse('html`<b>a</b> <i>${b}  ${c}</i>d\n  e`'), 'html`<b>a</b> <i>${b} ${c}</i>d e`');
  });

  it('collapses a template inside the expression of another', () => {
    assert.equal(collapse('html`<p>\n${html`<b>\n</b>`}\n</p>`'), 'html`<p>${html`<b></b>`}</p>`');
  });

  it('keeps other templates, strings and code unchanged', () => {
    const code = 'css`a  {\n}`;\nconst text = `two  spaces`;\nconst other = "html`  `";';
    assert.equal(collapse(code), code);
  });
});
