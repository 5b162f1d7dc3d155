import { renderToString } from 'react-dom/server';
import { page } from './react-page.js';

/** The server's HTML. */
export const render = (endpoint: string): string => renderToString(page(endpoint));
