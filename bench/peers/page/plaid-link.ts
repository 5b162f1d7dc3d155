import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { PlaidLink } from 'react-plaid-link';
import type { SubjectPage } from './subject-page.js';

const roots = new WeakMap<HTMLElement, Root>();

/** The buttons of one React root, as an application has it. Plaid's own script, from its server, does not arrive. */
export default {
  mount(container, count) {
    const root = createRoot(container);
    roots.set(container, root);
    const buttons = Array.from({ length: count }, (_, key) =>
      createElement(PlaidLink, { key, token: 'link-sandbox', onSuccess: () => undefined }, 'Connect'),
    );
    flushSync(() => root.render(buttons));
  },
  unmount(container) {
    const root = roots.get(container);
    if (root) flushSync(() => root.unmount());
  },
} satisfies SubjectPage;
