import { renderToString } from 'vue/server-renderer';
import { page } from './vue-wrapper-page.js';

/** Renders the page to HTML. */
export const render = (endpoint: string): Promise<string> => renderToString(page(endpoint));
