import { VkycError } from '../errors/vkyc-error.js';
import { parseUrl } from '../protocol/parse-url.js';
import type { SessionAction } from '../protocol/session-answer.js';

/**
 * Resolves the `session-endpoint` setting against the URL of the page. `<base>` is ignored, since an injected tag could
 * redirect requests with it.
 * @throws VkycError `invalid_endpoint` for a URL that is not `https:` (or `http:` on an `http:` page) or has credentials
 */
export function resolveEndpoint(endpoint: string, pageUrl: string): string {
  const url = parseUrl(endpoint, pageUrl);
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && !pageUrl.startsWith('https:'));
  if (!url || !isSecure || url.username || url.password) throw new VkycError('invalid_endpoint');
  url.hash = '';
  return url.href;
}

/** The page that the customer must visit before a call; null when there is none or its URL is not allowed. */
export function nextActionUrl(action: SessionAction | null, pageUrl: string): URL | null {
  return action && webAddress(action.url, pageUrl);
}

/** A URL of the partner's backend, if it is `https:`, or `http:` on the page's own origin; else null. */
export function webAddress(address: string, pageUrl: string): URL | null {
  const url = parseUrl(address, pageUrl);
  const isOwnHttp = url?.protocol === 'http:' && url.origin === new URL(pageUrl).origin;
  return isOwnHttp || url?.protocol === 'https:' ? url : null;
}
