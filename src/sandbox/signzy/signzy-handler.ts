import { CALL_EVENTS, type CallEvent } from '../customers.js';
import { readLinkPath } from '../kyc-links.js';
import type { SandboxState } from '../sandbox-state.js';
import { callPage } from './call-page.js';
import { CALL_STYLES } from './call-styles.js';
import { callScript } from './conversation.js';
import { CALL_SCRIPT_PATH, CALL_STYLES_PATH } from './document.js';
import { noticePage } from './notice-page.js';

/** No other origin and no inline code. Any page may frame the call unless `pageHeaders` forbids it. */
const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=(self)',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

/** Signzy's answer to the customer's browser: the call's page, its script and styles, and its events. */
export async function answerAsSignzy(state: SandboxState, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method === 'GET') {
    if (pathname === CALL_SCRIPT_PATH) return asset('text/javascript', callScript());
    if (pathname === CALL_STYLES_PATH) return asset('text/css', CALL_STYLES);
  }
  const link = readLinkPath(pathname);
  if (link?.leaf === 'events') return recordEvent(state, request, link.token);
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: { Allow: 'GET' } });
  const refusal = link?.leaf === 'eMain' ? state.customers.refusal(link.token) : 'unknown';
  if (refusal === null) return page(state, 200, callPage(state.settings.paceMs));
  return page(state, refusal === 'unknown' ? 404 : 410, noticePage(refusal));
}

async function recordEvent(state: SandboxState, request: Request, token: string): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } });
  const event = await request.text();
  if (!isCallEvent(event)) return new Response(null, { status: 400 });
  return new Response(null, { status: state.customers.record(token, event) === null ? 204 : 409 });
}

const isCallEvent = (text: string): text is CallEvent => CALL_EVENTS.some((event) => event === text);

const page = (state: SandboxState, status: number, html: string): Response =>
  new Response(html, {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', ...PAGE_HEADERS, ...state.settings.pageHeaders },
  });

const asset = (type: string, text: string): Response =>
  new Response(text, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
