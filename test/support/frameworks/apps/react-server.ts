import { renderToString } from 'react-dom/server';
import { page } from './react-page.js';

/** Renders the page to HTML. */
export const render = (endpoint: string): string => renderToString(page(endpoint));
