import { createElement } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { container } from './app.js';
import '../../../../src/define.js';

let root: Root | undefined;

/** The tag itself in a page that was rendered on the server; a `disabled` app is one without the attribute of the docs. */
globalThis.app = {
  render({ endpoint, disabled }) {
    const tag = createElement('enkash-vkyc-button', {
      'session-endpoint': endpoint,
      suppressHydrationWarning: !disabled,
    });
    if (root) root.render(tag);
    else root = hydrateRoot(container(), tag);
  },
  unmount: () => root?.unmount(),
};
