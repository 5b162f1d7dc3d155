import { attributes, css, markup } from 'virtual:ready-look';
import { appendElements, type SubjectPage } from './subject-page.js';

const TAG = 'vanilla-twin';
const template = document.createElement('template');
template.innerHTML = markup;
const styles = new CSSStyleSheet();
styles.replaceSync(css);

/** Opens the window in the click, asks for the link, and goes there. */
async function openCall(): Promise<void> {
  const opened = window.open('about:blank', 'vanilla', 'popup,width=520,height=780');
  const response = await fetch('/session/one', { method: 'POST' });
  const { kycLink } = (await response.json()) as { kycLink: string };
  opened?.location.replace(kycLink);
}

/** The look of the ready button, with a `fetch` and a `window.open` behind it, and without a library. */
customElements.define(
  TAG,
  class extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [styles];
      root.append(template.content.cloneNode(true));
      root.querySelector('[part~=button]')?.addEventListener('click', () => void openCall());
    }

    connectedCallback() {
      for (const [name, value] of attributes) this.setAttribute(name, value);
    }
  },
);

export default {
  mount: (container, count) => void appendElements(container, TAG, count),
  button: (container) =>
    container.querySelector(TAG)?.shadowRoot?.querySelector<HTMLElement>('[part~=button]'),
} satisfies SubjectPage;
