import { VkycError } from '../errors/vkyc-error.js';

/**
 * Resolves the `session-endpoint` setting against the page's own address (never against `<base>`, which an injected
 * tag could bend) and refuses what a browser should not be asked to fetch.
 * @throws VkycError `invalid_endpoint`
 */
export function resolveEndpoint(endpoint: string, page: string): string {
  const url = URL.canParse(endpoint, page) ? new URL(endpoint, page) : null;
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && !page.startsWith('https:'));
  if (!url || !secure || url.username || url.password) throw new VkycError('invalid_endpoint');
  url.hash = '';
  return url.href;
}
