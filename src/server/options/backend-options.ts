import type { ScheduleSettings } from '../../hours/schedule.js';
import type { StatusPhases } from '../../status/phase.js';
import type { BackendEvent } from '../events.js';
import type { Store } from '../stores/store.js';

/** What the backend passes to a token source: the store that its processes share, and its events. */
export interface TokenContext {
  readonly store: Store;
  readonly emit: (event: BackendEvent) => void;
}

/**
 * Returns EnKash's bearer token: `passwordToken()`, or the partner's own function. It is called before every call to
 * EnKash, so it should cache its token.
 *
 * @param refused a token that EnKash has just refused, which must be replaced
 */
export type TokenSource = (refused?: string, context?: Partial<TokenContext>) => Promise<string>;

/** How to reach EnKash. */
export interface EnkashOptions {
  /** EnKash's API, for example `https://pay-en-uat.enkash.in`. The bearer token is sent to this origin only. */
  readonly baseUrl: string | undefined;
  /** The partner's id at EnKash, sent as the `partnerId` header. */
  readonly partnerId: string | undefined;
  /** `passwordToken({ … })`, or a function that returns a current bearer token. */
  readonly token: TokenSource;
  /**
   * EnKash's VKYC status call, whose path EnKash gives to its partners: a URL on the origin of `baseUrl`, or a function of
   * the card id. `enKashCardId` is added as a query parameter. Without it `GET` is answered from the link call.
   */
  readonly statusUrl?: string | ((enKashCardId: string) => string) | undefined;
  /** Timeout of a call to EnKash in milliseconds, 10,000 by default. */
  readonly timeoutMs?: number | string | undefined;
  /**
   * Calls to EnKash at the same time in this process, 250 by default. Further ones wait for up to 9 s, and are then refused as
   * `overloaded`.
   */
  readonly maxConcurrency?: number | string | undefined;
}

/**
 * Settings of `createVkycBackend()`. Each can be passed on from an environment variable: a number may be given in digits, a list
 * with spaces or commas, and an empty text counts as not set.
 */
export interface VkycBackendOptions {
  readonly enkash: EnkashOptions;
  /**
   * At least 32 random characters, the same in every process. A list of up to 8 rotates: the first encrypts, all of them
   * decrypt. A secret that is removed ends the sessions that it encrypted.
   */
  readonly secret: string | undefined | readonly (string | undefined)[];
  /** Path of the session endpoints, `/vkyc/session` by default. */
  readonly basePath?: string | undefined;
  /** Lifetime of a session in seconds, 900 by default, at most 86,400. */
  readonly sessionTtlSeconds?: number | string | undefined;
  /** Shared between processes; the memory of this process by default. */
  readonly store?: Store | undefined;
  /** When EnKash takes calls, in IST: enforced here and sent to the element. 10:00-18:00, mon-fri by default. */
  readonly schedule?: ScheduleSettings | undefined;
  /** Hosts that a link may have, as the element's `allowed-link-hosts`; `*.signzy.tech *.signzy.app` by default. */
  readonly allowedLinkHosts?: string | readonly string[] | undefined;
  /** Other origins whose pages may send requests, exactly as in `https://shop.example`; none by default. */
  readonly allowedOrigins?: string | readonly string[] | undefined;
  /** Requests per minute and session, 30 by default, and four times as many per customer; `false` for no limit. */
  readonly rateLimit?: number | false | string | undefined;
  /** The partner's own names of EnKash's statuses, of either field, for `status()`; as the element's `statusPhases`. */
  readonly statusPhases?: StatusPhases | undefined;
  /** Receives events without secrets or personal data. Its errors are ignored. */
  readonly onEvent?: ((event: BackendEvent) => unknown) | undefined;
  /** The current time in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
  /** Replaces the global `fetch`, for proxies, mTLS and tests. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
