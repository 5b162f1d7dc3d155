import { checkLink, type LinkHosts } from '../../link/check-link.js';
import { abortable } from '../concurrency/abort.js';
import { Secret } from '../crypto/secret.js';
import { toVkycHttpError, VkycHttpError } from '../errors.js';
import type { BackendEvent } from '../events.js';
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.js';
import { createEnkashRequest, type EnkashRequestSettings } from './enkash-request.js';
import type { EnkashAnswer } from './enkash-response.js';

/** The customer that a session belongs to. */
export interface Customer {
  readonly enKashCardId: Secret;
  /** Replaces the card id wherever it must not appear. */
  readonly pseudonym: string;
}

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
  readonly linkHosts: LinkHosts;
  readonly emit: (event: BackendEvent) => void;
}

/** Creates a client whose calls each have a time limit, a circuit breaker and an event. */
export function createEnkashClient(settings: EnkashClientSettings): EnkashClient {
  const { linkUrl, statusUrl, timeoutMs, linkHosts, now, emit } = settings;
  const request = createEnkashRequest(settings);
  const breakers: CircuitBreaker[] = [];

  async function requestInTime(url: string, { enKashCardId }: Customer): Promise<EnkashAnswer> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await abortable(signal, request({ url, enKashCardId, signal }));
    } catch (error) {
      if (error instanceof VkycHttpError) throw error;
      throw new VkycHttpError(signal.aborted ? 'upstream_timeout' : 'upstream_down');
    }
  }

  function guarded(call: 'link' | 'status', work: (customer: Customer) => Promise<EnkashResult>) {
    const breaker = createCircuitBreaker(now, (open) => emit({ type: 'breaker', call, open }));
    breakers.push(breaker);
    return (customer: Customer) =>
      breaker.run(async () => {
        const startedAt = performance.now();
        let failure: VkycHttpError | null = null;
        try {
          return await work(customer);
        } catch (error) {
          failure = toVkycHttpError(error);
          throw failure;
        } finally {
          emit({
            type: 'upstream',
            call,
            upstreamStatus: failure ? (failure.details.upstreamStatus ?? null) : 200,
            code: failure?.code ?? null,
            durationMs: performance.now() - startedAt,
            customer: customer.pseudonym,
          });
        }
      });
  }

  return {
    link: guarded('link', async (customer) => {
      const answer = await requestInTime(linkUrl, customer);
      return { ...answer, link: checkedLink(answer.link, linkHosts) };
    }),
    status:
      statusUrl &&
      guarded('status', async (customer) => ({
        ...(await requestInTime(statusUrl(customer.enKashCardId.reveal()), customer)),
        link: null,
      })),
    get isDown() {
      return breakers.some(({ open }) => open);
    },
  };
}

function checkedLink(link: EnkashAnswer['link'], hosts: LinkHosts): Secret | null {
  if (link === null) return null;
  const url = link === 'not-text' ? null : checkLink(link.reveal(), hosts);
  if (!url) throw new VkycHttpError('invalid_link', { upstreamStatus: 200 });
  return new Secret(url.href);
}
