import { isFields, own } from '../json-object.js';
import { isHeaderSafe } from '../options/header-safe.js';
import { isText, requireOption } from '../options/checks.js';
import { platformFetch } from '../http/platform-fetch.js';
import { readJson } from '../http/read-json.js';
import { Secret } from '../crypto/secret.js';
import { createSingleFlight } from '../concurrency/single-flight.js';
import type { TokenSource } from './token-source.js';
import { discard, saysJson, upstreamRequest, UPSTREAM_LIMIT } from '../http/fetch-upstream.js';
import { isUpstreamUrl } from '../options/upstream-url.js';

/** EnKash's own credentials for its password grant, all given to the partner by EnKash. */
export interface PasswordTokenOptions {
  /** EnKash's token endpoint, for example `https://ekpayout-uat.enkash.in/oauth/token`. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
  /** User and password of the `Authorization: Basic` header. */
  readonly basic?: { readonly user: string; readonly password: string } | undefined;
  /** The whole `Authorization` header, where EnKash gave it ready-made; instead of `basic`. */
  readonly authorization?: string | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The clock in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

interface HeldToken {
  readonly value: Secret;
  readonly refreshAt: number;
  readonly expiresAt: number;
}

const TIMEOUT_MS = 10_000;
/** EnKash's text says five minutes, its sample a day: where an answer is silent, the shorter one is taken. */
const ASSUMED_LIFE_S = 300;
/** A life that makes no sense still spares the token endpoint for a moment. */
const LEAST_LIFE_S = 5;
const REFRESH_BEFORE_MS = 120_000;
/** EnKash locks an account after three failures in a row, so a third is not tried before people could have looked. */
const REFUSALS_TO_HOLD = 2;
const HOLD_MS = 60_000;

/**
 * A token source for EnKash's OAuth password grant. One request serves all callers; the token is renewed two minutes
 * before its end (half its life, if that is less) while the old one still serves; a failed renewal is not remembered, but
 * after two refused credentials in a row the next try waits a minute.
 * @throws TypeError when an option is missing or wrong; its message holds no credential
 */
export function passwordToken(options: PasswordTokenOptions): TokenSource {
  const { tokenUrl, fetch = platformFetch, now = Date.now } = options;
  const init = tokenRequest(options);
  const flight = createSingleFlight<Secret>();
  let held: HeldToken | null = null;
  let refusals = 0;
  let holdUntil = 0;

  async function renew(): Promise<Secret> {
    if (now() < holdUntil)
      throw new Error(
        'EnKash refused the credentials twice; the next try waits a minute, as a third may lock them.',
      );
    const response = await upstreamRequest(fetch, tokenUrl, init, AbortSignal.timeout(TIMEOUT_MS));
    if (response.status !== 200) {
      discard(response);
      const refused = response.status >= 400 && response.status < 500 && response.status !== 429;
      refusals = refused ? refusals + 1 : 0;
      if (refusals >= REFUSALS_TO_HOLD) holdUntil = now() + HOLD_MS;
      throw new Error(`The token endpoint answered ${response.status}; expected 200.`);
    }
    refusals = 0;
    held = await readToken(response, now);
    return held.value;
  }

  return async (refused) => {
    if (held?.value.reveal() === refused) held = null;
    const current = held;
    if (current && now() < current.refreshAt) return current.value.reveal();
    const renewal = flight('token', renew);
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
      Accept: 'application/json',
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

async function readToken(response: Response, now: () => number): Promise<HeldToken> {
  const body = saysJson(response)
    ? await readJson(response.body, UPSTREAM_LIMIT)
    : { kind: 'not-json' as const };
  const fields = body.kind === 'json' && isFields(body.value) ? body.value : {};
  const value = own(fields, 'access_token');
  if (!isHeaderSafe(value))
    throw new Error('The token endpoint answered without a usable "access_token"; expected printable ASCII.');
  const life = Number(own(fields, 'expires_in') ?? ASSUMED_LIFE_S);
  const lifeMs = (life > 0 ? Math.max(life, LEAST_LIFE_S) : LEAST_LIFE_S) * 1000;
  const expiresAt = now() + lifeMs;
  return {
    value: new Secret(value),
    expiresAt,
    refreshAt: expiresAt - Math.min(REFRESH_BEFORE_MS, lifeMs / 2),
  };
}
