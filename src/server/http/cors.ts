import { RETRY_AFTER_HEADER } from '../../protocol/retry-after.js';
import { VKYC_HEADER } from '../../protocol/request-header.js';

/**
 * Whether a request was sent by a page of another origin that `allowedOrigins` does not list. Browsers say so in
 * `Sec-Fetch-Site`, which a page cannot set; older ones (iOS before 16.4) only in `Origin`, whose host is then compared with
 * the host of the request, since TLS often ends at a proxy. A client that sends neither is not a browser and has no cookies
 * to abuse.
 */
export function isCrossSite(request: Request, allowedOrigins: ReadonlySet<string>): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.has(origin)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin';
  return origin !== null && hostOf(origin) !== hostOf(request.url);
}

/** The CORS headers of the answer to a request: only for an origin that `allowedOrigins` lists exactly. */
export function corsHeaders(
  request: Request,
  allowedOrigins: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': `Date, ${RETRY_AFTER_HEADER}`,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(request.method === 'OPTIONS' && {
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': `Content-Type, ${VKYC_HEADER}`,
      'Access-Control-Max-Age': '600',
    }),
  };
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
