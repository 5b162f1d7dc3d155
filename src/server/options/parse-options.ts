import { DEFAULT_LINK_HOSTS, parseLinkHosts, type LinkHosts } from '../../link/check-link.js';
import { parseSchedule, type Schedule, type ScheduleSettings } from '../../hours/schedule.js';
import type { EnkashOptions, VkycBackendOptions } from './backend-options.js';
import type { BackendEvent } from '../events.js';
import { isFields } from '../json-object.js';
import { isHeaderSafe } from './header-safe.js';
import { isText, isWholeNumber, requireOption } from './checks.js';
import { platformFetch } from '../http/platform-fetch.js';
import { VkycHttpError } from '../errors.js';
import { Secret } from '../crypto/secret.js';
import type { Store } from '../stores/store.js';
import type { TokenSource } from '../enkash/token-source.js';
import { isUpstreamUrl } from './upstream-url.js';

/** The options, checked, with their defaults. */
export interface BackendSettings {
  readonly linkUrl: string;
  readonly statusUrl: ((enKashCardId: string) => string) | null;
  readonly partnerId: string;
  readonly token: TokenSource;
  readonly timeoutMs: number;
  readonly secret: Secret;
  readonly basePath: string;
  readonly sessionTtlMs: number;
  readonly store: Store | null;
  readonly schedule: Schedule;
  /** The schedule as the element reads it. */
  readonly scheduleSettings: ScheduleSettings;
  readonly linkHosts: LinkHosts;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly rateLimit: number | false;
  readonly onEvent: ((event: BackendEvent) => unknown) | undefined;
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
}

/** EnKash's documented path of the VKYC link call. */
const LINK_PATH = '/api/v0/partner/enKashCard/vkyc/link';

/**
 * Checks the options at start-up, so that a slip shows before the first customer does.
 * @throws TypeError that names the option and what was expected, and holds no value that could be secret
 */
export function readBackendOptions(options: VkycBackendOptions): BackendSettings {
  requireOption(isFields(options), 'options', 'an object', options);
  const {
    enkash,
    secret,
    basePath = '/vkyc/session',
    sessionTtlSeconds = 900,
    store,
    schedule = {},
    rateLimit = 30,
    onEvent,
    now = Date.now,
    fetch = platformFetch,
  } = options;
  requireOption(
    isText(secret) && secret.length >= 32,
    'secret',
    'at least 32 random characters, for example from "openssl rand -base64 32"',
    secret,
  );
  requireOption(
    /^(\/[A-Za-z0-9._~-]+)+$/.test(basePath),
    'basePath',
    'a path such as "/vkyc/session", without a slash at its end',
    basePath,
  );
  requireOption(
    isWholeNumber(sessionTtlSeconds, 1, 86_400),
    'sessionTtlSeconds',
    'a whole number of seconds from 1 to 86400',
    sessionTtlSeconds,
  );
  requireOption(
    rateLimit === false || isWholeNumber(rateLimit, 1, 1_000_000),
    'rateLimit',
    'a whole number of requests a minute from 1, or false',
    rateLimit,
  );
  for (const [option, value] of Object.entries({ onEvent, now, fetch }))
    requireOption(value === undefined || typeof value === 'function', option, 'a function', value);
  requireOption(
    store === undefined ||
      (['get', 'compareAndSet', 'increment'] as const).every((method) => typeof store[method] === 'function'),
    'store',
    'an object with the methods get, compareAndSet and increment',
    store,
  );
  return {
    ...readEnkash(enkash),
    secret: new Secret(secret),
    basePath,
    sessionTtlMs: sessionTtlSeconds * 1000,
    store: store ?? null,
    ...readSchedule(schedule),
    linkHosts: readLinkHosts(options.allowedLinkHosts),
    allowedOrigins: readOrigins(options.allowedOrigins ?? []),
    rateLimit,
    onEvent,
    now,
    fetch,
  };
}

function readEnkash(enkash: EnkashOptions) {
  requireOption(isFields(enkash), 'enkash', 'an object { baseUrl, partnerId, token }', enkash);
  const { baseUrl, partnerId, token, statusUrl, timeoutMs = 10_000 } = enkash;
  const base = 'an https URL (http for this machine alone) without user name, query or fragment';
  requireOption(isUpstreamUrl(baseUrl) && !baseUrl.includes('?'), 'enkash.baseUrl', base, baseUrl);
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
  const { origin } = new URL(baseUrl);
  const isOurs = (url: unknown) => isUpstreamUrl(url) && new URL(url).origin === origin;
  requireOption(
    statusUrl === undefined || typeof statusUrl === 'function' || isOurs(statusUrl),
    'enkash.statusUrl',
    "a URL on enkash.baseUrl's origin, as the bearer token goes nowhere else",
    statusUrl,
  );
  return {
    linkUrl: baseUrl.replace(/\/$/, '') + LINK_PATH,
    statusUrl:
      typeof statusUrl === 'function'
        ? (enKashCardId: string) => {
            const url = statusUrl(enKashCardId);
            if (!isOurs(url)) throw new VkycHttpError('internal_error');
            return url;
          }
        : statusUrl === undefined
          ? null
          : () => statusUrl,
    partnerId,
    token,
    timeoutMs,
  };
}

function readSchedule(settings: ScheduleSettings) {
  const { schedule, faults } = parseSchedule(settings);
  for (const { setting, expected } of faults)
    requireOption(false, `schedule.${setting}`, expected, settings[setting]);
  const { workingHours = '10:00-18:00', workingDays = 'mon-fri', holidays = [], lastEntry = '0' } = settings;
  const dates = typeof holidays === 'string' ? holidays.split(/[\s,]+/).filter(Boolean) : [...holidays];
  return {
    schedule,
    scheduleSettings: { workingHours, workingDays, holidays: dates, lastEntry: String(lastEntry) },
  };
}

function readLinkHosts(allowed: string | readonly string[] | undefined): LinkHosts {
  if (allowed === undefined) return DEFAULT_LINK_HOSTS;
  const { hosts, faults } = parseLinkHosts(typeof allowed === 'string' ? allowed : allowed.join(' '));
  requireOption(
    faults.length === 0 && allowed.length > 0,
    'allowedLinkHosts',
    'hosts such as "vkyc.example.com" or "*.example.com", without scheme, port or path',
    allowed,
  );
  return hosts;
}

function readOrigins(origins: readonly string[]): ReadonlySet<string> {
  const expected = 'an array of exact origins such as "https://shop.example", without a slash at the end';
  for (const origin of origins)
    requireOption(
      /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin,
      'allowedOrigins',
      expected,
      origin,
    );
  return new Set(origins);
}
