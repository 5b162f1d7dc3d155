import { SEED_CARD_ID, type RunningSandbox } from '../../../src/sandbox/index.js';
import { createVkycBackend, passwordToken } from '../../../src/server/index.js';

/** The wallet's own backend: it opens sessions for its one customer and answers their requests. */
export interface WalletBackend {
  /** Opens a session. Resolves with its endpoint, a path. */
  openSession(): Promise<string>;
  /** Answers a request to a session endpoint. */
  handle(request: Request): Promise<Response>;
}

/** Creates a partner backend that talks to a running sandbox; `now` is its time in milliseconds since 1970. */
export function createWalletBackend(sandbox: RunningSandbox, now: () => number): WalletBackend {
  const { partnerId, ...login } = sandbox.credentials;
  const vkyc = createVkycBackend({
    enkash: {
      baseUrl: sandbox.enkashOrigin,
      partnerId,
      token: passwordToken({ tokenUrl: sandbox.tokenUrl, ...login, now }),
      statusUrl: sandbox.statusUrl,
    },
    secret: crypto.randomUUID() + crypto.randomUUID(),
    allowedLinkHosts: '127.0.0.1',
    now,
  });
  return {
    openSession: async () => (await vkyc.createSession({ enKashCardId: SEED_CARD_ID })).endpoint,
    handle: vkyc.handle,
  };
}
