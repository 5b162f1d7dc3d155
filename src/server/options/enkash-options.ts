import { VkycHttpError } from '../errors.js';
import type { EnkashOptions, TokenSource } from './backend-options.js';
import { isHeaderSafe, isUpstreamUrl, isWholeNumber, requireOption, requireOptions } from './checks.js';
import { numberFrom, unlessEmpty } from './from-environment.js';

/** The checked `enkash` option with its defaults. */
export interface EnkashSettings {
  readonly linkUrl: string;
  /** Null when the partner has not given one. */
  readonly statusUrl: ((enKashCardId: string) => string) | null;
  readonly partnerId: string;
  readonly token: TokenSource;
  readonly timeoutMs: number;
  readonly maxConcurrency: number;
}

/** EnKash's documented path of the VKYC link call. */
const LINK_PATH = '/api/v0/partner/enKashCard/vkyc/link';

const OPTIONS = ['baseUrl', 'partnerId', 'token', 'statusUrl', 'timeoutMs', 'maxConcurrency'];

const DEFAULT_TIMEOUT_MS = 10_000;

/** Enough for thousands of customers a minute, and fewer connections than servers and firewalls refuse. */
const DEFAULT_CONCURRENCY = 250;

/**
 * Checks the `enkash` option.
 * @throws TypeError as `parseOptions()` does
 */
export function parseEnkashOptions(enkash: EnkashOptions): EnkashSettings {
  requireOptions(enkash, 'enkash', OPTIONS);
  const { baseUrl, partnerId, token } = enkash;
  const statusUrl = unlessEmpty(enkash.statusUrl);
  const timeoutMs = numberFrom(enkash.timeoutMs, DEFAULT_TIMEOUT_MS);
  const maxConcurrency = numberFrom(enkash.maxConcurrency, DEFAULT_CONCURRENCY);
  requireOption(
    isUpstreamUrl(baseUrl) && !/[?#]/.test(baseUrl),
    'enkash.baseUrl',
    'an https URL (http for this machine alone) without user name, query or fragment',
    baseUrl,
  );
  requireOption(
    isHeaderSafe(partnerId),
    'enkash.partnerId',
    "EnKash's id for you, in plain ASCII without spaces",
    partnerId,
  );
  requireOption(
    typeof token === 'function',
    'enkash.token',
    'passwordToken({ … }) or an async function',
    token,
  );
  requireOption(
    isWholeNumber(timeoutMs, 1, 60_000),
    'enkash.timeoutMs',
    'a whole number of milliseconds from 1 to 60000',
    timeoutMs,
  );
  requireOption(
    isWholeNumber(maxConcurrency, 1, 10_000),
    'enkash.maxConcurrency',
    'a whole number of calls from 1 to 10000',
    maxConcurrency,
  );
  const { origin } = new URL(baseUrl);
  const isSameOrigin = (url: unknown) => isUpstreamUrl(url) && new URL(url).origin === origin;
  requireOption(
    statusUrl === undefined || typeof statusUrl === 'function' || isSameOrigin(statusUrl),
    'enkash.statusUrl',
    "a URL on enkash.baseUrl's origin, as the bearer token goes nowhere else",
    statusUrl,
  );
  return {
    linkUrl: baseUrl.replace(/\/+$/, '') + LINK_PATH,
    statusUrl: statusUrl === undefined ? null : statusUrlOf(statusUrl, isSameOrigin),
    partnerId,
    token,
    timeoutMs,
    maxConcurrency,
  };
}

function statusUrlOf(
  statusUrl: NonNullable<EnkashOptions['statusUrl']>,
  isSameOrigin: (url: unknown) => boolean,
): (enKashCardId: string) => string {
  if (typeof statusUrl === 'string') return () => statusUrl;
  return (enKashCardId) => {
    const url = statusUrl(enKashCardId);
    if (!isSameOrigin(url)) throw new VkycHttpError('internal_error');
    return url;
  };
}
