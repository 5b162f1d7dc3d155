import { renderToString } from 'vue/server-renderer';
import { page } from './vue-page.js';

/** The server's HTML. */
export const render = (endpoint: string): Promise<string> => renderToString(page(endpoint));
