import { isFixed } from '../../../check/tamper.js';
import { critical, fail, pass, type Judgement } from '../../finding.js';
import type { Page } from '../read-page.js';

const FIX = 'Cache-Control: no-store';

/** Headers by which caches say that an answer came from them. */
const CACHE_HEADERS = [
  'x-cache',
  'cf-cache-status',
  'x-vercel-cache',
  'x-nf-cache',
  'x-cache-status',
  'x-proxy-cache',
];

/** A page with one customer's endpoint in its markup must reach that customer only, and only once. */
export function endpointInMarkupCached({ headers, tags }: Page): Judgement {
  const endpoints = tags.map(({ endpoint }) => endpoint).filter((endpoint) => endpoint !== null);
  if (!endpoints.some(isPersonal)) return pass('The markup has no endpoint of one customer.');
  const control = readCacheControl(headers.get('cache-control'));
  if (cameFromCache(headers) && !control.has('no-store'))
    return critical("The page has a customer's endpoint in its markup and came from a shared cache.", FIX);
  if (control.has('no-store') || control.has('no-cache')) return pass('The page is not reused from a cache.');
  if (!control.has('private') && (control.has('public') || secondsOf(control, 's-maxage') > 0))
    return critical(
      "The page has a customer's endpoint in its markup and may be kept by shared caches.",
      FIX,
    );
  const maxAge = control.get('max-age');
  const isFresh = maxAge === undefined ? isFreshByDate(headers) : secondsOf(control, 'max-age') > 0;
  if (!isFresh) return pass('The page is not reused from a cache.');
  return control.has('private')
    ? fail(
        "The page has an endpoint in its markup and is reused from the browser's cache, after the endpoint has expired.",
        FIX,
      )
    : critical("The page has a customer's endpoint in its markup and may be kept by caches.", FIX);
}

/** An endpoint that is the same for every customer, who has a cookie instead, may be cached. */
const isPersonal = (endpoint: URL): boolean =>
  !isFixed(endpoint.href) || endpoint.search !== '' || /\/session\/[^/]+/.test(endpoint.pathname);

function readCacheControl(header: string | null): ReadonlyMap<string, string> {
  const directives = (header ?? '').split(',').map((directive) => directive.trim().toLowerCase());
  return new Map(
    directives.filter(Boolean).map((directive) => {
      const [name = '', value = ''] = directive.split('=', 2);
      return [name.trim(), value.replace(/"/g, '').trim()];
    }),
  );
}

function secondsOf(control: ReadonlyMap<string, string>, name: string): number {
  const seconds = Number(control.get(name));
  return Number.isFinite(seconds) ? seconds : 0;
}

/** Without `max-age` the dates decide. Expires may be an invalid date such as 0, which means the past. */
function isFreshByDate(headers: Headers): boolean {
  const expires = headers.get('expires');
  if (expires === null) return headers.has('last-modified');
  return expires.includes('GMT') && Date.parse(expires) > Date.parse(headers.get('date') ?? '');
}

const cameFromCache = (headers: Headers): boolean =>
  Number(headers.get('age')) > 0 || CACHE_HEADERS.some((name) => /\bhit\b/i.test(headers.get(name) ?? ''));
