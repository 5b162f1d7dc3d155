import { getOwn, isObject } from '../../protocol/json-object.js';
import { ANSWER_LIMIT_BYTES } from '../../protocol/limits.js';
import { isJsonType, JSON_MEDIA_TYPE } from '../../protocol/media-type.js';
import { readJson } from '../../protocol/read-json.js';
import { createSingleFlight } from '../concurrency/single-flight.js';
import { Secret } from '../crypto/secret.js';
import { discard, fetchUpstream, platformFetch } from '../http/fetch-upstream.js';
import type { TokenSource } from '../options/backend-options.js';
import { isHeaderSafe, isText, isUpstreamUrl, requireOption } from '../options/checks.js';

/** Credentials of EnKash's OAuth password grant, all of them given to the partner by EnKash. */
export interface PasswordTokenOptions {
  /** EnKash's token endpoint, for example `https://ekpayout-uat.enkash.in/oauth/token`. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
  /** User and password of the `Authorization: Basic` header. */
  readonly basic?: { readonly user: string; readonly password: string } | undefined;
  /** The whole `Authorization` header, if EnKash gave it ready-made; instead of `basic`. */
  readonly authorization?: string | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The current time in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

interface CachedToken {
  readonly value: Secret;
  readonly refreshAt: number;
  readonly expiresAt: number;
}

const TIMEOUT_MS = 10_000;

/** Lifetime where the answer gives none: EnKash's text says five minutes, its sample a day; the shorter one is safe. */
const DEFAULT_LIFETIME_SECONDS = 300;

/** Shortest lifetime: an implausible `expires_in` must not lead to a token request per call. */
const MIN_LIFETIME_SECONDS = 5;

const REFRESH_BEFORE_MS = 120_000;

/** Refusals in a row after which requests are suspended. EnKash locks an account after three. */
const REFUSALS_TO_SUSPEND = 2;
const SUSPENDED_MS = 60_000;

/**
 * Creates a token source for EnKash's OAuth password grant. One request serves all callers. The token is renewed two minutes
 * before it expires (at half its lifetime, if that is later) while the old one is still used. A failed renewal is not
 * cached, but after two refusals of the credentials in a row the next request is delayed by a minute.
 * @throws TypeError when an option is missing or invalid; its message contains no credential
 *
 * @example
 * const token = passwordToken({
 *   tokenUrl: 'https://ekpayout-uat.enkash.in/oauth/token',
 *   clientId: process.env.ENKASH_CLIENT_ID,
 *   username: process.env.ENKASH_USERNAME,
 *   password: process.env.ENKASH_PASSWORD,
 *   authorization: process.env.ENKASH_AUTHORIZATION,
 * });
 */
export function passwordToken(options: PasswordTokenOptions): TokenSource {
  const { tokenUrl, fetch = platformFetch, now = Date.now } = options;
  const init = tokenRequest(options);
  const singleFlight = createSingleFlight<Secret>();
  let cached: CachedToken | null = null;
  let refusals = 0;
  let suspendedUntil = 0;

  async function renew(): Promise<Secret> {
    if (now() < suspendedUntil)
      throw new Error(
        'EnKash refused the credentials twice. The next request is delayed by a minute, since a third refusal may lock the account.',
      );
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetchUpstream({ fetch, url: tokenUrl, init, signal });
    if (response.status !== 200) {
      discard(response);
      const isRefusal = response.status >= 400 && response.status < 500 && response.status !== 429;
      refusals = isRefusal ? refusals + 1 : 0;
      if (refusals >= REFUSALS_TO_SUSPEND) suspendedUntil = now() + SUSPENDED_MS;
      throw new Error(`The token endpoint answered ${response.status}; expected 200.`);
    }
    refusals = 0;
    cached = await readToken(response, now);
    return cached.value;
  }

  return async (refused) => {
    if (cached?.value.reveal() === refused) cached = null;
    const current = cached;
    if (current && now() < current.refreshAt) return current.value.reveal();
    const renewal = singleFlight('token', renew);
    if (!current || now() >= current.expiresAt) return (await renewal).reveal();
    renewal.catch(() => undefined);
    return current.value.reveal();
  };
}

function tokenRequest(options: PasswordTokenOptions): RequestInit {
  const { tokenUrl, clientId, username, password, basic, authorization } = options;
  requireOption(isUpstreamUrl(tokenUrl), 'tokenUrl', 'the https URL of the token endpoint', tokenUrl);
  for (const [option, value] of Object.entries({ clientId, username, password }))
    requireOption(isText(value), option, 'the text EnKash gave you', value);
  requireOption(
    !(basic && authorization),
    'authorization',
    'either this or "basic", not both',
    authorization,
  );
  const header = basic ? basicHeader(basic) : authorization;
  requireOption(
    header === undefined || (isText(header) && header.split(' ').every(isHeaderSafe)),
    'authorization',
    'a header value of printable ASCII such as "Basic …", without line breaks',
    authorization,
  );
  return {
    method: 'POST',
    headers: {
      Accept: JSON_MEDIA_TYPE,
      ...(header !== undefined && { Authorization: header }),
    },
    body: new URLSearchParams({ grant_type: 'password', clientId, username, password }),
  };
}

function basicHeader({ user, password }: NonNullable<PasswordTokenOptions['basic']>): string {
  requireOption(isText(user) && !user.includes(':'), 'basic.user', 'a text without a colon', user);
  requireOption(isText(password), 'basic.password', 'the text EnKash gave you', password);
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
}

async function readToken(response: Response, now: () => number): Promise<CachedToken> {
  const body = isJsonType(response.headers) ? await readJson(response, ANSWER_LIMIT_BYTES) : null;
  const fields = body?.kind === 'json' && isObject(body.value) ? body.value : {};
  const value = getOwn(fields, 'access_token');
  if (!isHeaderSafe(value))
    throw new Error('The token endpoint answered without a usable "access_token"; expected printable ASCII.');
  const lifetime = Number(getOwn(fields, 'expires_in') ?? DEFAULT_LIFETIME_SECONDS);
  const lifetimeMs = (lifetime > 0 ? Math.max(lifetime, MIN_LIFETIME_SECONDS) : MIN_LIFETIME_SECONDS) * 1000;
  const expiresAt = now() + lifetimeMs;
  return {
    value: new Secret(value),
    expiresAt,
    refreshAt: expiresAt - Math.min(REFRESH_BEFORE_MS, lifetimeMs / 2),
  };
}
