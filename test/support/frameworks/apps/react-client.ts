import { StrictMode, createElement } from 'react';
import { hydrateRoot, type Root } from 'react-dom/client';
import { container } from './app.js';
import { page } from './react-page.js';

let root: Root | undefined;

globalThis.app = {
  render({ endpoint }) {
    root = hydrateRoot(container(), createElement(StrictMode, null, page(endpoint)));
  },
  unmount: () => root?.unmount(),
};
