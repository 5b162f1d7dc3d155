import type { SessionAction } from './session-answer.js';

/** Where the customer must go before a call, checked: an https: page, or an http: one of the partner's own; else null. */
export function detourOf(action: SessionAction | null, page: string): URL | null {
  if (!action || !URL.canParse(action.url, page)) return null;
  const url = new URL(action.url, page);
  const own = url.protocol === 'http:' && url.origin === new URL(page).origin;
  return own || url.protocol === 'https:' ? url : null;
}
