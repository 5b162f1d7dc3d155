import { readBody } from '../../protocol/read-body.js';
import { decodeHtml } from './decode-html.js';

/** A page as it was received. */
export interface FetchedPage {
  /** The address of the page after its redirects. */
  readonly url: URL;
  readonly headers: Headers;
  readonly html: string;
  /** The origins that the redirects led to, in order. Paths are left out, as they may contain a secret. */
  readonly redirects: readonly string[];
}

/** Why there is no page to read, as a sentence without secrets. */
export interface PageFailure {
  readonly failure: string;
  readonly redirects: readonly string[];
}

/** Settings of `fetchPage()`. */
export interface FetchOptions {
  /** Sent to the origin of the page, for example a cookie. Never sent to another origin that a redirect leads to. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds until a page counts as not answering; 20,000 by default. */
  readonly timeoutMs?: number;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

const TIMEOUT_MS = 20_000;
const MAX_REDIRECTS = 10;

/** Of a page, after decompression. Real pages have well below a tenth of it. */
const MAX_BYTES = 10 * 1024 * 1024;

const NAVIGATION_HEADERS = {
  Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'Accept-Language': 'en-IN,en;q=0.9',
  'Upgrade-Insecure-Requests': '1',
  'User-Agent': 'Mozilla/5.0 (compatible; enkash-vkyc-button doctor)',
};

/**
 * Fetches a page as a browser that navigates to it: follows redirects, keeps the cookies that they set, decompresses and
 * decodes. Never rejects.
 */
export async function fetchPage(
  address: URL,
  options: FetchOptions = {},
): Promise<FetchedPage | PageFailure> {
  const { headers = {}, timeoutMs = TIMEOUT_MS, fetch = globalThis.fetch } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  const redirects: string[] = [];
  const cookies = new Map<string, readonly string[]>();
  const failed = (failure: string): PageFailure => ({ failure, redirects });
  let url = address;
  try {
    while (redirects.length <= MAX_REDIRECTS) {
      const own = url.origin === address.origin ? headers : {};
      const response = await fetch(url, {
        headers: withCookies({ ...NAVIGATION_HEADERS, ...own }, cookies.get(url.host) ?? []),
        redirect: 'manual',
        signal,
      });
      const target = redirectTarget(response, url);
      if (target === null) return await readPage(response, url, redirects);
      await response.body?.cancel();
      cookies.set(url.host, [...(cookies.get(url.host) ?? []), ...cookiesOf(response)]);
      if (!/^https?:$/.test(target.protocol))
        return failed('The page redirects to something other than a page.');
      redirects.push(target.origin);
      url = target;
    }
    return failed('The page redirects forever.');
  } catch (error) {
    return failed(reasonOf(error));
  }
}

async function readPage(
  response: Response,
  url: URL,
  redirects: readonly string[],
): Promise<FetchedPage | PageFailure> {
  const { status, headers } = response;
  if (status < 200 || status > 299) {
    await response.body?.cancel();
    const hint = [401, 403].includes(status) ? ' Send your sign-in with --cookie or --header.' : '';
    return { failure: `The page answers with the status ${status}.${hint}`, redirects };
  }
  const type = headers.get('content-type');
  if (type !== null && !/^\s*(text\/html|application\/xhtml\+xml)\s*(;|$)/i.test(type)) {
    await response.body?.cancel();
    return { failure: 'The answer is not HTML (see its Content-Type).', redirects };
  }
  const bytes = await readBody(response, MAX_BYTES);
  if (bytes === null) return { failure: 'The page has more than 10 MiB.', redirects };
  return { url, headers, html: decodeHtml(bytes, type), redirects };
}

function redirectTarget({ status, headers }: Response, url: URL): URL | null {
  const location = headers.get('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  return URL.canParse(location, url) ? new URL(location, url) : null;
}

const cookiesOf = ({ headers }: Response): readonly string[] =>
  headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '');

/** Cookies of the redirects come after the user's own, and a later one replaces an earlier of the same name. */
function withCookies(
  headers: Readonly<Record<string, string>>,
  cookies: readonly string[],
): Readonly<Record<string, string>> {
  const [name = 'Cookie', own = ''] = Object.entries(headers).find(([key]) => /^cookie$/i.test(key)) ?? [];
  const byName = new Map(
    [...own.split(/;\s*/), ...cookies].filter(Boolean).map((cookie) => [cookie.split('=', 1)[0], cookie]),
  );
  return byName.size === 0 ? headers : { ...headers, [name]: [...byName.values()].join('; ') };
}

/** The network's own code. The message of an error may quote an address. */
function reasonOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return 'The page does not answer in time.';
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return typeof code === 'string'
    ? `The page does not answer (${code}). Is the server running, and is this the address?`
    : 'The page does not answer, or its answer breaks off.';
}
