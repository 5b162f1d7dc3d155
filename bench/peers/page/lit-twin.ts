import { html, LitElement, unsafeCSS } from 'lit';
import { attributes, css, markup } from 'virtual:ready-look';
import { appendElements, type SubjectPage } from './subject-page.js';

const TAG = 'lit-twin';
const template = html(Object.assign([markup], { raw: [markup] }));

/** The look of the ready button in one template without bindings: the least that Lit needs for this DOM. */
class LitTwin extends LitElement {
  static override styles = unsafeCSS(css);

  override connectedCallback() {
    super.connectedCallback();
    for (const [name, value] of attributes) this.setAttribute(name, value);
  }

  override render() {
    return template;
  }
}
customElements.define(TAG, LitTwin);

export default {
  async mount(container, count) {
    const last = appendElements(container, TAG, count);
    if (last instanceof LitTwin) await last.updateComplete;
  },
} satisfies SubjectPage;
