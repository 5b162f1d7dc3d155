import type { App } from 'vue';
import { container } from './app.js';
import { page } from './vue-wrapper-page.js';

let hydrated: App | undefined;

globalThis.app = {
  render({ endpoint }) {
    hydrated = page(endpoint);
    hydrated.mount(container());
  },
  unmount: () => hydrated?.unmount(),
};
