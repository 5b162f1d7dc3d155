import type { SessionAction } from './session-answer.js';

/** Where the customer must go before a call, if anywhere. */
export function detourOf(action: SessionAction | null, page: string): URL | null {
  return action && webAddress(action.url, page);
}

/** An address that the partner's backend named, checked: https:, or http: on the page's own origin; else null. */
export function webAddress(address: string, page: string): URL | null {
  if (!URL.canParse(address, page)) return null;
  const url = new URL(address, page);
  const own = url.protocol === 'http:' && url.origin === new URL(page).origin;
  return own || url.protocol === 'https:' ? url : null;
}
