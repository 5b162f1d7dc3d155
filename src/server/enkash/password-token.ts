import { getOwn, isObject } from '../../protocol/json-object.js';
import { ANSWER_LIMIT_BYTES } from '../../protocol/limits.js';
import { isJsonType } from '../../protocol/media-type.js';
import { readJson } from '../../protocol/read-json.js';
import { abortable } from '../concurrency/abort.js';
import { createSingleFlight } from '../concurrency/single-flight.js';
import { Secret } from '../crypto/secret.js';
import { causeOfNetworkError, type FailureCause } from '../failure-cause.js';
import { discard, fetchUpstream, platformFetch } from '../http/fetch-upstream.js';
import type { TokenContext, TokenSource } from '../options/backend-options.js';
import { isHeaderSafe, requireOptions } from '../options/checks.js';
import { createSteadyClock } from '../steady-clock.js';
import { memoryStore } from '../stores/memory-store.js';
import { createCredentialTries } from './credential-tries.js';
import { credentialsId } from './credentials-id.js';
import { TokenError } from './token-error.js';
import { tokenRequest, type PasswordTokenOptions } from './token-request.js';

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

/** The options, by which a misspelled one is found. */
const OPTIONS = ['tokenUrl', 'clientId', 'username', 'password', 'basic', 'authorization', 'fetch', 'now'];

/**
 * Creates a token source for EnKash's OAuth password grant. One request serves all callers. The token is renewed two minutes
 * before it expires (at half its lifetime, if that is later) while the old one is still used. A failed renewal is not
 * cached. After two refusals of the credentials in a row they are not tried for an hour, then for two, up to a day: by all
 * processes that share the backend's store. New credentials are tried at once.
 * @throws TypeError when an option is unknown, missing or invalid; its message contains no credential
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
  requireOptions(options, 'passwordToken', OPTIONS);
  const { fetch = platformFetch, now: systemNow = Date.now } = options;
  const { url, init, identity } = tokenRequest(options);
  const now = createSteadyClock(systemNow);
  const singleFlight = createSingleFlight<Secret>();
  const tries = createCredentialTries(() => credentialsId(identity), systemNow);
  const ownStore = memoryStore({ now: systemNow });
  let cached: CachedToken | null = null;

  async function request(): Promise<CachedToken> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      // a partner's own fetch may ignore the signal, and everybody waits for this request
      return await abortable(signal, requestWithin(signal));
    } catch (error) {
      if (error instanceof TokenError) throw error;
      const cause = signal.aborted ? 'timeout' : causeOfNetworkError(error);
      throw new TokenError(`The token endpoint did not answer (${cause}).`, cause);
    }
  }

  async function requestWithin(signal: AbortSignal): Promise<CachedToken> {
    const response = await fetchUpstream({ fetch, url, init, signal, isSafe: false });
    const { status } = response;
    if (status === 200) return readToken(response, now);
    discard(response);
    throw new TokenError(
      `The token endpoint answered ${status}; expected 200.`,
      causeOfStatus(status),
      status,
    );
  }

  async function renew({ store = ownStore, emit = () => undefined }: Partial<TokenContext>): Promise<Secret> {
    const startedAt = performance.now();
    const outcome: { failure: TokenError | null; heldUntil: number | null } = {
      failure: null,
      heldUntil: null,
    };
    try {
      const attempt = await tries.begin(store);
      try {
        cached = await request();
        await attempt.end('accepted');
        return cached.value;
      } catch (error) {
        const isRefused = error instanceof TokenError && error.reason === 'credentials-refused';
        outcome.heldUntil = await attempt.end(isRefused ? 'refused' : 'unknown');
        throw error;
      }
    } catch (error) {
      outcome.failure = error instanceof TokenError ? error : new TokenError('No token.', 'token-failed');
      throw outcome.failure;
    } finally {
      const { failure, heldUntil } = outcome;
      emit({
        type: 'token',
        upstreamStatus: failure ? failure.upstreamStatus : 200,
        cause: failure?.reason,
        heldUntil: heldUntil === null ? null : new Date(heldUntil).toISOString(),
        durationMs: performance.now() - startedAt,
      });
    }
  }

  return async (refused, context = {}) => {
    if (cached?.value.reveal() === refused) cached = null;
    const current = cached;
    if (current && now() < current.refreshAt) return current.value.reveal();
    const renewal = singleFlight('token', () => renew(context));
    if (!current || now() >= current.expiresAt) return (await renewal).reveal();
    renewal.catch(() => undefined);
    return current.value.reveal();
  };
}

/** A wrong URL, a wrong method and too many calls say nothing about the credentials. */
function causeOfStatus(status: number): FailureCause {
  if (status === 404 || status === 405) return 'wrong-url';
  if (status === 429) return 'rate-limited';
  if (status >= 500) return 'server-error';
  return status >= 400 && status !== 408 ? 'credentials-refused' : 'unexpected-status';
}

async function readToken(response: Response, now: () => number): Promise<CachedToken> {
  const body = isJsonType(response.headers) ? await readJson(response, ANSWER_LIMIT_BYTES) : null;
  const fields = body?.kind === 'json' && isObject(body.value) ? body.value : {};
  const value = getOwn(fields, 'access_token');
  if (!isHeaderSafe(value))
    throw new TokenError(
      'The token endpoint answered without a usable "access_token"; expected printable ASCII.',
      body?.kind === 'json' ? 'token-unusable' : 'not-json',
      200,
    );
  const lifetime = Number(getOwn(fields, 'expires_in') ?? DEFAULT_LIFETIME_SECONDS);
  const lifetimeMs = (lifetime > 0 ? Math.max(lifetime, MIN_LIFETIME_SECONDS) : MIN_LIFETIME_SECONDS) * 1000;
  const expiresAt = now() + lifetimeMs;
  return {
    value: new Secret(value),
    expiresAt,
    refreshAt: expiresAt - Math.min(REFRESH_BEFORE_MS, lifetimeMs / 2),
  };
}
