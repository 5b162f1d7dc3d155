import { answer, grantPreflight, refuse } from './answers.js';
import type { VkycBackendOptions } from './backend-options.js';
import { isCardId } from './card-id.js';
import { corsHeaders } from './cross-origin.js';
import { createEnkashClient, type Customer, type Standing } from './enkash-client.js';
import { createEmitter, eventMethod } from './events.js';
import { deriveKeys, nameOf } from './keys.js';
import { memoryStore } from './memory-store.js';
import { createMint, type Mint } from './mint.js';
import { createOpeningHours } from './opening-hours.js';
import { requireOption } from './option-checks.js';
import { createRateLimit } from './rate-limit.js';
import { readBackendOptions } from './read-backend-options.js';
import { Refused } from './refused.js';
import { checkBody, checkHeaders, type Ask } from './request-checks.js';
import { resilientStore } from './resilient-store.js';
import { Secret } from './secret.js';
import { sessionBody } from './session-body.js';
import { checkPages } from './session-pages.js';
import { createSessions } from './sessions.js';
import { createSingleFlight } from './single-flight.js';
import type { VkycBackend } from './vkyc-backend.js';
import { createWorkload } from './workload.js';

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
    settings.store && resilientStore(settings.store, memory, now, () => emit({ type: 'store-failure' }));
  const store = shared ?? memory;
  const client = createEnkashClient({ ...settings, emit });
  const limitRate = createRateLimit(store, settings.rateLimit, now);
  const availability = createOpeningHours(schedule, now);
  const shareStatus = createSingleFlight<Standing>();
  const workload = createWorkload();
  let stopping = false;
  const ready = deriveKeys(settings.secret).then(({ sealing, naming }) => {
    const mint = createMint({ client, store, sealing, timeoutMs, now });
    return { naming, mint, sessions: createSessions(sealing, now) };
  });
  // Whoever awaits it is told; until then no one is.
  ready.catch(() => undefined);

  function closedHours(): Refused | null {
    const { open, opensAt } = availability();
    return open ? null : new Refused('closed_hours', { opensAt: opensAt ?? undefined });
  }

  async function standingOf(customer: Customer, ask: Ask, mint: Mint): Promise<Standing> {
    if (ask === 'mint') {
      const closed = closedHours();
      if (closed) throw closed;
      return mint.link(customer);
    }
    const { status } = client;
    if (status) return shareStatus(customer.name, () => status(customer));
    return mint.standing(customer).catch((error: unknown) => {
      // Outside hours a 422 to the link call says no more than that.
      const is422 = error instanceof Refused && error.details.upstreamStatus === 422;
      throw (is422 && closedHours()) || error;
    });
  }

  async function standingBody(token: string, ask: Ask, seen: (customer: string) => void): Promise<string> {
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
    if (stopping) throw new Refused('stopping');
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
      const { sessions, naming } = await ready;
      const cardId = new Secret(enKashCardId);
      const customer = { enKashCardId: cardId, name: await nameOf(cardId, naming) };
      const expiresAt = Math.floor((now() + sessionTtlMs) / 1000) * 1000;
      const token = await sessions.issue(customer, pages, expiresAt);
      return { endpoint: `${basePath}/${token}`, expiresAt: new Date(expiresAt).toISOString() };
    },

    handle: async (request) => {
      const startedAt = performance.now();
      const token = tokenIn(request.url, basePath);
      const cors = corsHeaders(request, allowedOrigins);
      if (token === null) return refuse(new Refused('not_found'), cors);
      let customer: string | null = null;
      let refused: Refused | null = null;
      let response: Response;
      try {
        const body = await respond(request, token, (name) => (customer = name));
        response = body ? answer(body, cors) : grantPreflight(cors);
      } catch (error) {
        refused = error instanceof Refused ? error : new Refused('internal');
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
      const enkash = client.out ? 'out' : 'up';
      const storage = shared?.sound === false ? 'out' : 'up';
      const degraded = enkash === 'out' || storage === 'out';
      return {
        status: stopping ? 'stopping' : degraded ? 'degraded' : 'ok',
        enkash,
        store: storage,
        underWay: workload.size,
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
