import { deliveryOf } from '../node/deliveries.js';
import { createCachedAvailability } from './cached-availability.js';
import { createInFlight } from './concurrency/in-flight.js';
import { createSingleFlight } from './concurrency/single-flight.js';
import { deriveKeys, pseudonymOf } from './crypto/keys.js';
import { Secret } from './crypto/secret.js';
import { createEnkashClient, type Customer, type EnkashResult } from './enkash/enkash-client.js';
import { toVkycHttpError, VkycHttpError } from './errors.js';
import { createEmitter, eventMethod } from './events.js';
import { corsHeaders } from './http/cors.js';
import { errorResponse, okResponse, preflightResponse } from './http/responses.js';
import { checkBody, checkHeaders, type Operation } from './http/validate-request.js';
import { createMint, type Mint } from './mint/mint.js';
import type { VkycBackendOptions } from './options/backend-options.js';
import { isCardId, requireOption } from './options/checks.js';
import { parseOptions } from './options/parse-options.js';
import { createRateLimit } from './rate-limit.js';
import { sessionBody } from './sessions/session-body.js';
import { checkPages } from './sessions/session-links.js';
import { createSessions } from './sessions/sessions.js';
import { createShutdown } from './shutdown.js';
import { fallbackStore } from './stores/fallback-store.js';
import { memoryStore } from './stores/memory-store.js';
import type { VkycBackend } from './vkyc-backend.js';

/** Interval of polls that do not mint, sent to the element as `session.pollAfter`. */
const POLL_AFTER_MS = 5_000;

/** One request to a session endpoint. */
interface SessionCall {
  readonly token: string;
  readonly operation: Exclude<Operation, 'preflight'>;
  /** Called as soon as the customer is known. */
  readonly onCustomer: (pseudonym: string) => void;
}

/**
 * Creates the partner's backend: a handler of Fetch API requests for every runtime with `fetch` and `crypto.subtle`.
 * @throws TypeError when an option is missing or invalid
 *
 * @example
 * const vkyc = createVkycBackend({
 *   enkash: { baseUrl: process.env.ENKASH_URL, partnerId: process.env.ENKASH_PARTNER_ID, token: passwordToken({ … }) },
 *   secret: process.env.VKYC_SECRET,
 * });
 * const { endpoint } = await vkyc.createSession({ enKashCardId: customer.cardId });
 * const response = await vkyc.handle(request);
 */
export function createVkycBackend(options: VkycBackendOptions): VkycBackend {
  const settings = parseOptions(options);
  const { basePath, sessionTtlMs, schedule, scheduleSettings, allowedOrigins, timeoutMs, now } = settings;
  const emit = createEmitter(settings.onEvent);
  const memory = memoryStore({ now });
  const onFailure = () => emit({ type: 'store-failure' });
  const shared =
    settings.store && fallbackStore({ primary: settings.store, fallback: memory, now, onFailure });
  const store = shared ?? memory;
  const client = createEnkashClient({ ...settings, emit });
  const limitRate = createRateLimit({ store, perMinute: settings.rateLimit, now });
  const availability = createCachedAvailability(schedule, now);
  const statusFlight = createSingleFlight<EnkashResult>();
  const inFlight = createInFlight();
  const shutdown = createShutdown(inFlight);
  const ready = deriveKeys(settings.secret).then(({ sealing, pseudonym }) => {
    const mint = createMint({ client, store, sealing, timeoutMs, now });
    return { pseudonym, mint, sessions: createSessions(sealing, now) };
  });
  // Mark as handled: callers that await `ready` still see the rejection.
  ready.catch(() => undefined);

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

  async function sessionAnswer({ token, operation, onCustomer }: SessionCall): Promise<string> {
    const { sessions, mint } = await ready;
    const { id, customer, pages, expiresAt } = await sessions.open(token);
    onCustomer(customer.pseudonym);
    await limitRate(id);
    const withLink = operation === 'mint';
    return sessionBody({
      result: await (withLink ? mintLink(customer, mint) : readStatus(customer, mint)),
      withLink,
      expiresAt,
      pages,
      serverTime: now(),
      availability: availability(),
      scheduleSettings,
      pollAfter: client.status ? POLL_AFTER_MS : null,
    });
  }

  /** The body of the answer; null for a preflight. */
  async function answer(request: Request, { token, onCustomer }: Omit<SessionCall, 'operation'>) {
    const operation = checkHeaders(request, allowedOrigins);
    if (operation === 'preflight') return null;
    await checkBody(request);
    if (shutdown.hasBegun) throw new VkycHttpError('shutting_down');
    return sessionAnswer({ token, operation, onCustomer });
  }

  return {
    createSession: async ({ enKashCardId, handoffUrl, action }) => {
      requireOption(
        isCardId(enKashCardId),
        'enKashCardId',
        "the customer's card id from EnKash: 1 to 64 letters, digits, _ or -",
        enKashCardId,
      );
      const pages = checkPages({ handoffUrl, action });
      const { sessions, pseudonym } = await ready;
      const cardId = new Secret(enKashCardId);
      const customer = { enKashCardId: cardId, pseudonym: await pseudonymOf(cardId, pseudonym) };
      const expiresAt = Math.floor((now() + sessionTtlMs) / 1000) * 1000;
      const token = await sessions.issue({ customer, pages, expiresAt });
      return { endpoint: `${basePath}/${token}`, expiresAt: new Date(expiresAt).toISOString() };
    },

    handle: async (request) => {
      const startedAt = performance.now();
      const token = tokenIn(request.url, basePath);
      const cors = corsHeaders(request, allowedOrigins);
      if (token === null) return errorResponse(new VkycHttpError('not_found'), cors);
      let customer: string | null = null;
      let failure: VkycHttpError | null = null;
      let response: Response;
      const delivery = deliveryOf(request);
      try {
        const onCustomer = (pseudonym: string) => (customer = pseudonym);
        const body = await inFlight.run(() => answer(request, { token, onCustomer }), delivery?.done);
        response = body === null ? preflightResponse(cors) : okResponse(body, cors);
      } catch (error) {
        failure = toVkycHttpError(error);
        response = errorResponse(failure, cors);
      }
      if (!delivery) shutdown.handedOver();
      else if (shutdown.hasBegun) delivery.closeConnection();
      emit({
        type: 'request',
        method: eventMethod(request),
        status: response.status,
        code: failure?.code ?? null,
        durationMs: performance.now() - startedAt,
        customer,
      });
      return response;
    },

    health: () => {
      const enkashHealth = client.isDown ? 'down' : 'up';
      const storeHealth = shared?.healthy === false ? 'down' : 'up';
      const isDegraded = enkashHealth === 'down' || storeHealth === 'down';
      return {
        status: shutdown.hasBegun ? 'shutting_down' : isDegraded ? 'degraded' : 'ok',
        enkash: enkashHealth,
        store: storeHealth,
        inFlight: inFlight.size,
      };
    },

    stop: () => shutdown.stop(),
  };
}

/** The path segment after the base path; null for any other path. `Request.url` is already normalised. */
function tokenIn(url: string, basePath: string): string | null {
  const [path = ''] = url.slice(url.indexOf('/', url.indexOf('//') + 2)).split(/[?#]/, 1);
  const token = path.startsWith(`${basePath}/`) ? path.slice(basePath.length + 1) : '';
  return token === '' || token.includes('/') ? null : token;
}
