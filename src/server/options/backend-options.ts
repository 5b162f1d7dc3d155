import type { ScheduleSettings } from '../../hours/schedule.js';
import type { BackendEvent } from '../events.js';
import type { Store } from '../stores/store.js';
import type { TokenSource } from '../enkash/token-source.js';

/** How to reach EnKash. */
export interface EnkashOptions {
  /** EnKash's API, for example `https://pay-en-uat.enkash.in`. The bearer token goes to this origin alone. */
  readonly baseUrl: string;
  /** The partner's id at EnKash, sent as the `partnerId` header. */
  readonly partnerId: string;
  /** `passwordToken({ … })`, or a function that gives a current bearer token. */
  readonly token: TokenSource;
  /**
   * EnKash's VKYC status call, whose path EnKash gives its partners: a URL on `baseUrl`'s origin, or a function of the
   * card id. `enKashCardId` is added as a query parameter. Without it `GET` answers from the link call.
   */
  readonly statusUrl?: string | ((enKashCardId: string) => string) | undefined;
  /** Milliseconds EnKash may be silent, 10,000 by default. */
  readonly timeoutMs?: number | undefined;
}

/** Settings of `createVkycBackend()`. */
export interface VkycBackendOptions {
  readonly enkash: EnkashOptions;
  /** At least 32 random characters, the same in every process; a new one ends all sessions. */
  readonly secret: string;
  /** The path under which sessions live, `/vkyc/session` by default. */
  readonly basePath?: string | undefined;
  /** Seconds a session lasts, 900 by default, a day at most. */
  readonly sessionTtlSeconds?: number | undefined;
  /** Shared between processes; this process's memory by default. */
  readonly store?: Store | undefined;
  /** When EnKash takes calls, in IST: enforced here and told to the element. 10:00-18:00, mon-fri by default. */
  readonly schedule?: ScheduleSettings | undefined;
  /** Hosts a link may have, as the element's `allowed-link-hosts`; `*.signzy.tech *.signzy.app` by default. */
  readonly allowedLinkHosts?: string | readonly string[] | undefined;
  /** Other origins whose pages may ask, exactly as in `https://shop.example`; none by default. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Requests a minute for each session, 30 by default; `false` for no limit. */
  readonly rateLimit?: number | false | undefined;
  /** Told what happened, in fields without secrets or personal data. What it throws is ignored. */
  readonly onEvent?: ((event: BackendEvent) => unknown) | undefined;
  /** The clock in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
  /** Used instead of the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}
