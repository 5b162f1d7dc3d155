/**
 * Whether a request was sent by a page of another origin that `allowedOrigins` does not name. Browsers say so in
 * `Sec-Fetch-Site`, which no page can set; an old one (iOS before 16.4) only in `Origin`, whose host is then compared
 * with the request's own, as TLS often ends at a proxy. A client that sends neither is no browser: it has no cookies to
 * borrow.
 */
export function comesFromElsewhere(request: Request, allowedOrigins: ReadonlySet<string>): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.has(origin)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin';
  return origin !== null && hostOf(origin) !== hostOf(request.url);
}

/** The CORS headers for an answer to this request: only ever for an origin that `allowedOrigins` names exactly. */
export function corsHeaders(
  request: Request,
  allowedOrigins: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Expose-Headers': 'Date, Retry-After',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(request.method === 'OPTIONS' && {
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'Content-Type, X-Enkash-Vkyc',
      'Access-Control-Max-Age': '600',
    }),
  };
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
