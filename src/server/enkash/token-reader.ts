import { Secret } from '../crypto/secret.js';
import { VkycHttpError } from '../errors.js';
import type { BackendEvent } from '../events.js';
import type { TokenSource } from '../options/backend-options.js';
import { isHeaderSafe } from '../options/checks.js';
import type { Store } from '../stores/store.js';
import { TokenError } from './token-error.js';

/** Settings of `createTokenReader()`. */
export interface TokenReaderSettings {
  readonly token: TokenSource;
  readonly store: Store;
  readonly emit: (event: BackendEvent) => void;
}

/**
 * Creates a function that gets the current token, or the replacement of a refused one. A source that fails, or gives what
 * cannot be sent, is reported in a `token` event, and rejects with `upstream_auth`.
 */
export function createTokenReader({ token, store, emit }: TokenReaderSettings) {
  const context = { store, emit };
  const fail = (cause: 'token-failed' | 'token-unusable', startedAt: number) =>
    emit({
      type: 'token',
      upstreamStatus: null,
      cause,
      heldUntil: null,
      durationMs: performance.now() - startedAt,
    });

  return async (refused?: Secret): Promise<Secret> => {
    const startedAt = performance.now();
    let value: unknown;
    try {
      value = await token(refused?.reveal(), context);
    } catch (error) {
      // The message of the error may contain a credential. passwordToken() has reported its own failures already.
      if (error instanceof TokenError) throw new VkycHttpError('upstream_auth', { cause: error.reason });
      fail('token-failed', startedAt);
      throw new VkycHttpError('upstream_auth', { cause: 'token-failed' });
    }
    if (isHeaderSafe(value)) return new Secret(value);
    fail('token-unusable', startedAt);
    throw new VkycHttpError('upstream_auth', { cause: 'token-unusable' });
  };
}
