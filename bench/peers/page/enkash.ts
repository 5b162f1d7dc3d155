import 'enkash-vkyc-button/define.js';
import type { SubjectPage } from './subject-page.js';

const TAG = 'enkash-vkyc-button';

/** Resolves when the element has the status of its customer, and so its final look. */
const isReady = (element: HTMLElement) =>
  new Promise<void>((resolve) => {
    const check = () => {
      if (element.getAttribute('state') !== 'ready') return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(element, { attributes: true, attributeFilter: ['state'] });
    check();
  });

export default {
  async mount(container, count) {
    const elements = Array.from({ length: count }, () => {
      const element = document.createElement(TAG);
      element.setAttribute('session-endpoint', '/session/one');
      element.setAttribute('allowed-link-hosts', '127.0.0.1');
      return element;
    });
    container.append(...elements);
    const last = elements.at(-1);
    if (last && 'updateComplete' in last) await last.updateComplete;
  },
  async ready(container) {
    const { lastElementChild } = container;
    if (lastElementChild instanceof HTMLElement) await isReady(lastElementChild);
  },
  button: (container) =>
    container.querySelector(TAG)?.shadowRoot?.querySelector<HTMLElement>('[part~=button]'),
} satisfies SubjectPage;
