import '../../../../src/define.js';
import type { App } from 'vue';
import { container } from './app.js';
import { page } from './vue-page.js';

let hydrated: App | undefined;

globalThis.app = {
  render({ endpoint }) {
    hydrated = page(endpoint);
    hydrated.mount(container());
  },
  unmount: () => hydrated?.unmount(),
};
