import { css, html, LitElement } from 'lit';
import { appendElements, type SubjectPage } from './subject-page.js';

const TAG = 'lit-hello';

/** A greeting, a button that counts and a slot: what Lit's starter projects contain. */
class LitHello extends LitElement {
  static override styles = css`
    :host {
      display: block;
      max-width: 800px;
      padding: 16px;
      border: solid 1px gray;
    }
  `;
  static override properties = { name: {}, count: { type: Number } };
  declare name: string;
  declare count: number;

  constructor() {
    super();
    this.name = 'Lit';
    this.count = 0;
  }

  override render() {
    return html`<h1>Hello, ${this.name}!</h1><button part="button" @click=${() => (this.count += 1)}>Click Count: ${this.count}</button><slot></slot>`;
  }
}
customElements.define(TAG, LitHello);

export default {
  async mount(container, count) {
    const last = appendElements(container, TAG, count);
    if (last instanceof LitHello) await last.updateComplete;
  },
} satisfies SubjectPage;
