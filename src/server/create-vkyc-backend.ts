import { answer, grantPreflight, refuse } from './http/responses.js';
import type { VkycBackendOptions } from './options/backend-options.js';
import { isCardId } from './options/card-id.js';
import { corsHeaders } from './http/cors.js';
import { createEnkashClient, type Customer, type EnkashResult } from './enkash/enkash-client.js';
import { createEmitter, eventMethod } from './events.js';
import { deriveKeys, pseudonymOf } from './crypto/keys.js';
import { memoryStore } from './stores/memory-store.js';
import { createMint, type Mint } from './mint.js';
import { createOpeningHours } from './cached-availability.js';
import { requireOption } from './options/checks.js';
import { createRateLimit } from './rate-limit.js';
import { readBackendOptions } from './options/parse-options.js';
import { VkycHttpError } from './errors.js';
import { checkBody, checkHeaders, type Operation } from './http/validate-request.js';
import { fallbackStore } from './stores/fallback-store.js';
import { Secret } from './crypto/secret.js';
import { sessionBody } from './sessions/session-body.js';
import { checkPages } from './sessions/session-links.js';
import { createSessions } from './sessions/sessions.js';
import { createSingleFlight } from './concurrency/single-flight.js';
import type { VkycBackend } from './vkyc-backend.js';
import { createInFlight } from './concurrency/in-flight.js';

/** Milliseconds between two polls, where asking does not mint. */
const POLL_AFTER_MS = 5_000;

/**
 * Makes the backend: a handler of Web-standard requests that runs wherever `fetch` and `crypto.subtle` do.
 * @throws TypeError when an option is missing or wrong
 */
export function createVkycBackend(options: VkycBackendOptions): VkycBackend {
  const settings = readBackendOptions(options);
  const { basePath, sessionTtlMs, schedule, scheduleSettings, allowedOrigins, timeoutMs, now } = settings;
  const emit = createEmitter(settings.onEvent);
  const memory = memoryStore({ now });
  const shared =
    settings.store && fallbackStore(settings.store, memory, now, () => emit({ type: 'store-failure' }));
  const store = shared ?? memory;
  const client = createEnkashClient({ ...settings, emit });
  const limitRate = createRateLimit(store, settings.rateLimit, now);
  const availability = createOpeningHours(schedule, now);
  const shareStatus = createSingleFlight<EnkashResult>();
  const workload = createInFlight();
  let stopping = false;
  const ready = deriveKeys(settings.secret).then(({ sealing, pseudonym }) => {
    const mint = createMint({ client, store, sealing, timeoutMs, now });
    return { pseudonym, mint, sessions: createSessions(sealing, now) };
  });
  // Whoever awaits it is told; until then no one is.
  ready.catch(() => undefined);

  function closedHours(): VkycHttpError | null {
    const { open, opensAt } = availability();
    return open ? null : new VkycHttpError('closed_hours', { opensAt: opensAt ?? undefined });
  }

  async function standingOf(customer: Customer, ask: Operation, mint: Mint): Promise<EnkashResult> {
    if (ask === 'mint') {
      const closed = closedHours();
      if (closed) throw closed;
      return mint.link(customer);
    }
    const { status } = client;
    if (status) return shareStatus(customer.name, () => status(customer));
    return mint.standing(customer).catch((error: unknown) => {
      // Outside hours a 422 to the link call says no more than that.
      const is422 = error instanceof VkycHttpError && error.details.upstreamStatus === 422;
      throw (is422 && closedHours()) || error;
    });
  }

  async function standingBody(
    token: string,
    ask: Operation,
    seen: (customer: string) => void,
  ): Promise<string> {
    const { sessions, mint } = await ready;
    const { id, customer, pages, expiresAt } = await sessions.open(token);
    seen(customer.name);
    await limitRate(id);
    const standing = await standingOf(customer, ask, mint);
    return sessionBody(standing, ask === 'mint', {
      expiresAt,
      pages,
      serverTime: now(),
      availability: availability(),
      scheduleSettings,
      pollAfter: client.status ? POLL_AFTER_MS : null,
    });
  }

  async function respond(request: Request, token: string, seen: (customer: string) => void) {
    const ask = checkHeaders(request, allowedOrigins);
    if (ask === 'preflight') return null;
    await checkBody(request);
    if (stopping) throw new VkycHttpError('shutting_down');
    return workload.run(() => standingBody(token, ask, seen));
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
      const customer = { enKashCardId: cardId, name: await pseudonymOf(cardId, pseudonym) };
      const expiresAt = Math.floor((now() + sessionTtlMs) / 1000) * 1000;
      const token = await sessions.issue(customer, pages, expiresAt);
      return { endpoint: `${basePath}/${token}`, expiresAt: new Date(expiresAt).toISOString() };
    },

    handle: async (request) => {
      const startedAt = performance.now();
      const token = tokenIn(request.url, basePath);
      const cors = corsHeaders(request, allowedOrigins);
      if (token === null) return refuse(new VkycHttpError('not_found'), cors);
      let customer: string | null = null;
      let refused: VkycHttpError | null = null;
      let response: Response;
      try {
        const body = await respond(request, token, (name) => (customer = name));
        response = body ? answer(body, cors) : grantPreflight(cors);
      } catch (error) {
        refused = error instanceof VkycHttpError ? error : new VkycHttpError('internal_error');
        response = refuse(refused, cors);
      }
      emit({
        type: 'request',
        method: eventMethod(request),
        status: response.status,
        code: refused?.code ?? null,
        durationMs: performance.now() - startedAt,
        customer,
      });
      return response;
    },

    health: () => {
      const enkash = client.out ? 'down' : 'up';
      const storage = shared?.sound === false ? 'down' : 'up';
      const degraded = enkash === 'down' || storage === 'down';
      return {
        status: stopping ? 'shutting_down' : degraded ? 'degraded' : 'ok',
        enkash,
        store: storage,
        inFlight: workload.size,
      };
    },

    stop: () => {
      stopping = true;
      return workload.idle();
    },
  };
}

/** The one path segment after the base path; null when the path is another. A request's URL is always in its normal form. */
function tokenIn(url: string, basePath: string): string | null {
  const [path = ''] = url.slice(url.indexOf('/', url.indexOf('//') + 2)).split(/[?#]/, 1);
  const token = path.startsWith(`${basePath}/`) ? path.slice(basePath.length + 1) : '';
  return token === '' || token.includes('/') ? null : token;
}
