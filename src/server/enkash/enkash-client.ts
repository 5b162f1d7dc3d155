import { checkLink, type LinkHosts } from '../../link/check-link.js';
import { abortable } from '../concurrency/abort.js';
import { createBulkhead } from '../concurrency/bulkhead.js';
import { Secret } from '../crypto/secret.js';
import { toVkycHttpError, VkycHttpError } from '../errors.js';
import { causeOfNetworkError } from '../failure-cause.js';
import { createSteadyClock } from '../steady-clock.js';
import { createCircuitBreaker } from './circuit-breaker.js';
import type { Customer } from './customer.js';
import { createEnkashRequest, type EnkashCall, type EnkashRequestSettings } from './enkash-request.js';
import type { EnkashAnswer } from './enkash-response.js';
import { createUnknownCards } from './unknown-cards.js';

/** EnKash's checked answer about a customer. */
export interface EnkashResult extends EnkashAnswer {
  /** A link that passed the check; null when EnKash gave none. */
  readonly link: Secret | null;
}

/** EnKash's two calls. Both reject with a `VkycHttpError` only. */
export interface EnkashClient {
  /** Mints a link. EnKash does not document whether this ends the previous one. */
  link(customer: Customer): Promise<EnkashResult>;
  /** Reads the status, without a link; null when the partner has not configured its URL. */
  readonly status: ((customer: Customer) => Promise<EnkashResult>) | null;
  /** Whether the circuit breaker of a call is open. */
  readonly isDown: boolean;
}

/** Settings of `createEnkashClient()`. */
export interface EnkashClientSettings extends EnkashRequestSettings {
  readonly linkUrl: string;
  readonly statusUrl: ((enKashCardId: string) => string) | null;
  /** Time limit of one call in milliseconds: token, headers, body and a second attempt together. */
  readonly timeoutMs: number;
  /** Calls that run at the same time; the others wait. */
  readonly maxConcurrency: number;
  readonly linkHosts: LinkHosts;
}

/** Longest time that a call waits until fewer than the maximum run, and the number of those that may wait. */
const MAX_WAIT_MS = 9_000;
const MAX_QUEUED = 10_000;

/** Time for waiting and calling together, since the element gives up after 15 s. */
const ANSWER_MS = 14_000;

type CallName = 'link' | 'status';
type Call = (customer: Customer) => Promise<EnkashResult>;
type LimitedCall = (customer: Customer, limitMs: number) => Promise<EnkashResult>;

/** Creates a client whose calls each have a time limit, a circuit breaker and an event. */
export function createEnkashClient(settings: EnkashClientSettings): EnkashClient {
  const { linkUrl, statusUrl, timeoutMs, linkHosts, emit } = settings;
  const now = createSteadyClock(settings.now);
  const request = createEnkashRequest(settings);
  const health: { readonly isDown: boolean }[] = [];

  const bulkhead = createBulkhead({
    maxConcurrency: settings.maxConcurrency,
    maxQueued: MAX_QUEUED,
    maxWaitMs: MAX_WAIT_MS,
    overloaded: () => new VkycHttpError('overloaded'),
  });

  /** A process that is starved may have waited for longer than it wanted to. */
  const limitAfter = (waitedMs: number) => Math.max(1, Math.min(timeoutMs, Math.floor(ANSWER_MS - waitedMs)));

  async function requestInTime(call: Omit<EnkashCall, 'signal'>, limitMs: number): Promise<EnkashAnswer> {
    const signal = AbortSignal.timeout(limitMs);
    try {
      return await abortable(signal, request({ ...call, signal }));
    } catch (error) {
      if (error instanceof VkycHttpError) throw error;
      if (signal.aborted) throw new VkycHttpError('upstream_timeout', { cause: 'timeout' });
      throw new VkycHttpError('upstream_down', { cause: causeOfNetworkError(error) });
    }
  }

  function guarded(call: CallName, work: LimitedCall): Call {
    const breaker = createCircuitBreaker(now, (open) => emit({ type: 'breaker', call, open }));
    const unknownCards = createUnknownCards(now);
    health.push({
      get isDown() {
        return breaker.open || unknownCards.areAll;
      },
    });
    const callEnkash = (customer: Customer, waitedMs: number) =>
      breaker.run(customer.pseudonym, async () => {
        const startedAt = performance.now();
        let failure: VkycHttpError | null = null;
        try {
          const result = await work(customer, limitAfter(waitedMs));
          unknownCards.clear();
          return result;
        } catch (error) {
          failure = unknownCards.judge(customer.pseudonym, toVkycHttpError(error));
          throw failure;
        } finally {
          emit({
            type: 'upstream',
            call,
            upstreamStatus: failure ? (failure.details.upstreamStatus ?? null) : 200,
            code: failure?.code ?? null,
            cause: failure ? (failure.details.cause ?? 'internal-error') : undefined,
            durationMs: performance.now() - startedAt,
            customer: customer.pseudonym,
            reference: customer.reference ?? undefined,
          });
        }
      });
    return async (customer) => {
      // Nobody waits for a call that will not be made.
      breaker.check(customer.pseudonym);
      return bulkhead.run((waitedMs) => callEnkash(customer, waitedMs));
    };
  }

  return {
    link: guarded('link', async (customer, limitMs) => {
      const answer = await requestInTime({ url: linkUrl, customer, isSafe: false }, limitMs);
      return { ...answer, link: checkedLink(answer.link, linkHosts) };
    }),
    status:
      statusUrl &&
      guarded('status', async (customer, limitMs) => {
        const url = statusUrl(customer.enKashCardId.reveal());
        return { ...(await requestInTime({ url, customer, isSafe: true }, limitMs)), link: null };
      }),
    get isDown() {
      return health.some(({ isDown }) => isDown);
    },
  };
}

function checkedLink(link: EnkashAnswer['link'], hosts: LinkHosts): Secret | null {
  if (link === null) return null;
  const url = link === 'not-text' ? null : checkLink(link.reveal(), hosts);
  if (!url) throw new VkycHttpError('invalid_link', { upstreamStatus: 200, cause: 'wrong-link' });
  return new Secret(url.href);
}
