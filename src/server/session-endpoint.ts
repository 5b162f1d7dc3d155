import type { Availability } from '../hours/availability.js';
import { createSingleFlight } from './concurrency/single-flight.js';
import type { Customer } from './enkash/customer.js';
import type { EnkashClient, EnkashResult } from './enkash/enkash-client.js';
import { VkycHttpError } from './errors.js';
import { checkBody, checkHeaders, type Operation } from './http/validate-request.js';
import type { Mint } from './mint/mint.js';
import type { BackendSettings } from './options/parse-options.js';
import type { RateLimit } from './rate-limit.js';
import type { Revocations } from './sessions/revocations.js';
import { sessionBody } from './sessions/session-body.js';
import type { Sessions } from './sessions/sessions.js';

/** Interval of polls that do not mint, sent to the element as `session.pollAfter`. */
const POLL_AFTER_MS = 5_000;

/** A request to a session endpoint. */
export interface EndpointCall {
  readonly request: Request;
  readonly token: string;
  /** Called as soon as the customer is known. */
  readonly onCustomer: (customer: Customer) => void;
}

/** Answers session endpoints, and asks EnKash for the status of a customer. */
export interface SessionEndpoint {
  /** The body of the answer; null for a preflight. */
  answer(call: EndpointCall): Promise<string | null>;
  /** EnKash's answer without minting where it can be avoided. */
  readStatus(customer: Customer, mint: Mint): Promise<EnkashResult>;
}

/** What depends on the keys, which are derived asynchronously. */
export interface Sealed {
  readonly sessions: Sessions;
  /** One for each key, since an entry in the store is sealed like the session that it belongs to. */
  readonly mints: readonly [Mint, ...Mint[]];
}

/** The parts of an endpoint. */
export interface SessionEndpointParts extends Pick<
  BackendSettings,
  'allowedOrigins' | 'scheduleSettings' | 'now'
> {
  readonly client: EnkashClient;
  readonly limitRate: RateLimit;
  readonly revocations: Revocations;
  readonly availability: () => Availability;
  readonly sealed: Promise<Sealed>;
  /** Whether new requests are refused, since the process is ending. */
  readonly isShuttingDown: () => boolean;
}

/** Creates the endpoint from its parts. */
export function createSessionEndpoint(parts: SessionEndpointParts): SessionEndpoint {
  const { client, limitRate, revocations, availability, sealed, allowedOrigins, scheduleSettings, now } =
    parts;
  const statusFlight = createSingleFlight<EnkashResult>();

  function closedError(): VkycHttpError | null {
    const { open, opensAt } = availability();
    return open ? null : new VkycHttpError('closed_hours', { opensAt: opensAt ?? undefined });
  }

  async function mintLink(customer: Customer, mint: Mint): Promise<EnkashResult> {
    const closed = closedError();
    if (closed) throw closed;
    return mint.link(customer);
  }

  async function readStatus(customer: Customer, mint: Mint): Promise<EnkashResult> {
    const { status } = client;
    if (status) return statusFlight(customer.pseudonym, () => status(customer));
    return mint.status(customer).catch((error: unknown) => {
      // Outside hours, a 422 of the link call means that EnKash is closed.
      const is422 = error instanceof VkycHttpError && error.details.upstreamStatus === 422;
      throw (is422 && closedError()) || error;
    });
  }

  async function sessionAnswer(
    { token, onCustomer }: EndpointCall,
    operation: Exclude<Operation, 'preflight'>,
  ): Promise<string> {
    const { sessions, mints } = await sealed;
    const session = await sessions.open(token);
    const { customer, keyIndex } = session;
    onCustomer(customer);
    const withLink = operation === 'mint';
    await Promise.all([limitRate(session, withLink), revocations.check(session)]);
    const mint = mints[keyIndex];
    if (!mint) throw new VkycHttpError('internal_error');
    return sessionBody({
      result: await (withLink ? mintLink(customer, mint) : readStatus(customer, mint)),
      withLink,
      session,
      serverTime: now(),
      availability: availability(),
      scheduleSettings,
      pollAfter: client.status ? POLL_AFTER_MS : null,
    });
  }

  return {
    answer: async (call) => {
      const operation = checkHeaders(call.request, allowedOrigins);
      if (operation === 'preflight') return null;
      await checkBody(call.request);
      if (parts.isShuttingDown()) throw new VkycHttpError('shutting_down');
      return sessionAnswer(call, operation);
    },
    readStatus,
  };
}
