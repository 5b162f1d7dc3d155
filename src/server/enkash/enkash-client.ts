import { checkLink, type LinkHosts } from '../../link/check-link.js';
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker.js';
import type { EnkashAnswer } from './enkash-response.js';
import { createEnkashRequest, type EnkashRequestSettings } from './enkash-request.js';
import type { BackendEvent } from '../events.js';
import { VkycHttpError } from '../errors.js';
import { Secret } from '../crypto/secret.js';
import { untilAborted } from '../concurrency/abort.js';

/** The customer a session is for. */
export interface Customer {
  readonly enKashCardId: Secret;
  /** Stands for the card id wherever it must not appear. */
  readonly name: string;
}

/** Where a customer stands, and their link if EnKash gave one. */
export interface EnkashResult extends EnkashAnswer {
  /** A link that passed the check; null when EnKash gave none. */
  readonly link: Secret | null;
}

/** EnKash's two calls for one customer. Both reject with `Refused` and nothing else. */
export interface EnkashClient {
  /** Asks for a link. Nobody outside EnKash knows whether this ends the one before. */
  link(customer: Customer): Promise<EnkashResult>;
  /** Asks for the status alone; null when the partner has not said where. Any link in the answer is dropped. */
  readonly status: ((customer: Customer) => Promise<EnkashResult>) | null;
  /** True while one of the calls is left alone after failing again and again. */
  readonly out: boolean;
}

/** What the client needs, all of it checked. */
export interface EnkashClientSettings extends EnkashRequestSettings {
  readonly linkUrl: string;
  readonly statusUrl: ((enKashCardId: string) => string) | null;
  /** Milliseconds for one call: token, headers, body and any second attempt together. */
  readonly timeoutMs: number;
  readonly linkHosts: LinkHosts;
  readonly emit: (event: BackendEvent) => void;
}

/** Makes the client: each call has a time limit, a breaker of its own and an event. */
export function createEnkashClient(settings: EnkashClientSettings): EnkashClient {
  const { linkUrl, statusUrl, timeoutMs, linkHosts, now, emit } = settings;
  const request = createEnkashRequest(settings);
  const breakers: CircuitBreaker[] = [];

  async function ask(url: string, { enKashCardId }: Customer): Promise<EnkashAnswer> {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await untilAborted(signal, request(url, enKashCardId, signal));
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
        let refused: VkycHttpError | null = null;
        try {
          return await work(customer);
        } catch (error) {
          refused = error instanceof VkycHttpError ? error : new VkycHttpError('internal_error');
          throw refused;
        } finally {
          emit({
            type: 'upstream',
            call,
            upstreamStatus: refused ? (refused.details.upstreamStatus ?? null) : 200,
            code: refused?.code ?? null,
            durationMs: performance.now() - startedAt,
            customer: customer.name,
          });
        }
      });
  }

  return {
    link: guarded('link', async (customer) => {
      const answer = await ask(linkUrl, customer);
      return { ...answer, link: usableLink(answer.link, linkHosts) };
    }),
    status:
      statusUrl &&
      guarded('status', async (customer) => ({
        ...(await ask(statusUrl(customer.enKashCardId.reveal()), customer)),
        link: null,
      })),
    get out() {
      return breakers.some(({ open }) => open);
    },
  };
}

function usableLink(link: EnkashAnswer['link'], hosts: LinkHosts): Secret | null {
  if (link === null) return null;
  const url = link === 'not-text' ? null : checkLink(link.reveal(), hosts);
  if (!url) throw new VkycHttpError('invalid_link', { upstreamStatus: 200 });
  return new Secret(url.href);
}
