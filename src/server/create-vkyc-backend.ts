import { deliveryOf } from '../node/deliveries.js';
import { parseEnumModel } from '../status/parse-enum-model.js';
import { phaseOf } from '../status/phase.js';
import { createCachedAvailability } from './cached-availability.js';
import { createInFlight } from './concurrency/in-flight.js';
import { createKeyring } from './crypto/keyring.js';
import { Secret } from './crypto/secret.js';
import type { Customer } from './enkash/customer.js';
import { createEnkashClient } from './enkash/enkash-client.js';
import { createEmitter } from './emitter.js';
import { toVkycHttpError, VkycHttpError } from './errors.js';
import { eventMethod } from './events.js';
import { corsHeaders } from './http/cors.js';
import { errorResponse, okResponse, preflightResponse } from './http/responses.js';
import { createMint } from './mint/mint.js';
import type { VkycBackendOptions } from './options/backend-options.js';
import { checkCardId, checkSessionRequest } from './options/check-session-request.js';
import { parseOptions } from './options/parse-options.js';
import { createRateLimit } from './rate-limit.js';
import { createSessionEndpoint, type Sealed } from './session-endpoint.js';
import { createRevocations } from './sessions/revocations.js';
import { createSessions } from './sessions/sessions.js';
import { createShutdown } from './shutdown.js';
import { createSharedStore } from './stores/shared-store.js';
import type { VkycBackend } from './vkyc-backend.js';

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
  const { basePath, sessionTtlMs, schedule, allowedOrigins, statusPhases, now } = settings;
  const emit = createEmitter(settings.onEvent);
  const store = createSharedStore({ primary: settings.store, now, emit });
  const client = createEnkashClient({ ...settings, store, emit });
  const revocations = createRevocations(store, sessionTtlMs);
  const inFlight = createInFlight();
  const shutdown = createShutdown(inFlight);
  const keyring = createKeyring(settings.secrets, settings);
  const mintFor = (sealing: CryptoKey) => createMint({ ...settings, client, store, sealing });
  const sealed = keyring.then(({ sealingKeys }): Sealed => {
    const [current, ...others] = sealingKeys;
    return {
      sessions: createSessions({ sealingKeys, basePath, now }),
      mints: [mintFor(current), ...others.map(mintFor)],
    };
  });
  // Mark as handled: callers that await them still see the rejection.
  sealed.catch(() => undefined);
  const endpoint = createSessionEndpoint({
    ...settings,
    client,
    revocations,
    sealed,
    limitRate: createRateLimit({ store, perMinute: settings.rateLimit, now }),
    availability: createCachedAvailability(schedule, now),
    isShuttingDown: () => shutdown.hasBegun,
  });

  async function customerOf(enKashCardId: unknown, reference: string | null = null): Promise<Customer> {
    const cardId = new Secret(checkCardId(enKashCardId));
    const [pseudonym] = await (await keyring).pseudonymsOf(cardId);
    return { enKashCardId: cardId, pseudonym, reference };
  }

  return {
    createSession: async (request) => {
      const { enKashCardId, reference, pages } = checkSessionRequest(request);
      const customer = await customerOf(enKashCardId, reference);
      const revocation = await revocations.current(customer.pseudonym);
      const expiresAt = Math.floor((now() + sessionTtlMs) / 1000) * 1000;
      const { sessions } = await sealed;
      const token = await sessions.issue({ customer, pages, revocation, expiresAt });
      return { endpoint: `${basePath}/${token}`, expiresAt: new Date(expiresAt).toISOString() };
    },

    revokeSessions: async (enKashCardId) => {
      const cardId = new Secret(checkCardId(enKashCardId));
      const pseudonyms = await (await keyring).pseudonymsOf(cardId);
      await Promise.all(pseudonyms.map((pseudonym) => revocations.revoke(pseudonym)));
    },

    status: async (enKashCardId) => {
      const customer = await customerOf(enKashCardId);
      const { mints } = await sealed;
      const { payload } = await inFlight.run(async () => {
        if (shutdown.hasBegun) throw new VkycHttpError('shutting_down');
        return endpoint.readStatus(customer, mints[0]);
      });
      const status = {
        kycStatus: parseEnumModel(payload['kycStatus']),
        kycSubStatus: parseEnumModel(payload['kycSubStatus']),
      };
      return { phase: phaseOf(status, statusPhases), ...status };
    },

    handle: async (request) => {
      const startedAt = performance.now();
      const token = tokenIn(request.url, basePath);
      const cors = corsHeaders(request, allowedOrigins);
      if (token === null) return errorResponse(new VkycHttpError('not_found'), cors);
      const delivery = deliveryOf(request);
      const known: { customer: Customer | null } = { customer: null };
      const onCustomer = (customer: Customer) => (known.customer = customer);
      let failure: VkycHttpError | null = null;
      let response: Response;
      try {
        const body = await inFlight.run(
          () => endpoint.answer({ request, token, onCustomer }),
          delivery?.done,
        );
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
        customer: known.customer?.pseudonym ?? null,
        reference: known.customer?.reference ?? undefined,
      });
      return response;
    },

    health: () => {
      const enkash = client.isDown ? 'down' : 'up';
      const storeHealth = store.healthy ? 'up' : 'down';
      const isDegraded = enkash === 'down' || storeHealth === 'down';
      return {
        status: shutdown.hasBegun ? 'shutting_down' : isDegraded ? 'degraded' : 'ok',
        enkash,
        store: storeHealth,
        inFlight: inFlight.size,
      };
    },

    stop: () => shutdown.stop(),
  };
}

/** The path segment after the base path; null for any other path. `Request.url` is already normalised. */
function tokenIn(url: string, basePath: string): string | null {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  if (!url.startsWith(`${basePath}/`, start)) return null;
  const [token = ''] = url.slice(start + basePath.length + 1).split(/[?#]/, 1);
  return token === '' || token.includes('/') ? null : token;
}
