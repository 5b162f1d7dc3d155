import { VkycError } from '../errors/vkyc-error.js';
import { ClosedHours } from './http-failure.js';

/** Keeps the requests of a session back until the time that its backend named with `Retry-After`. */
export interface RequestHold {
  /** Milliseconds until the backend accepts a request; 0 when it does. */
  readonly waitMs: number;
  /** Runs `send`, whose failure may start a wait. During a wait it rejects at once with that failure. */
  run<T>(send: () => Promise<T>): Promise<T>;
}

interface Wait {
  readonly failure: VkycError | ClosedHours;
  /** In monotonic milliseconds. */
  readonly until: number;
}

/** By endpoint, since an element that leaves and comes back starts another session at the same one. */
const waits = new Map<string, Wait>();

/** @param monotonic the current time in monotonic milliseconds */
export function createRequestHold(endpoint: string, monotonic: () => number): RequestHold {
  function waitMs(): number {
    const wait = waits.get(endpoint);
    return wait ? Math.max(0, wait.until - monotonic()) : 0;
  }

  function heldFailure({ failure }: Wait): VkycError | ClosedHours {
    if (failure instanceof ClosedHours) return failure;
    return new VkycError(failure.code, { retryAfter: Math.ceil(waitMs() / 1000) });
  }

  return {
    get waitMs() {
      return waitMs();
    },
    async run(send) {
      const wait = waits.get(endpoint);
      if (wait && waitMs() > 0) throw heldFailure(wait);
      // Endpoints that are fresh for each page would pile up.
      for (const [ended, { until }] of waits) if (until <= monotonic()) waits.delete(ended);
      try {
        return await send();
      } catch (error) {
        const namesTime = error instanceof VkycError || error instanceof ClosedHours;
        if (namesTime && error.retryAfter !== undefined)
          waits.set(endpoint, { failure: error, until: monotonic() + error.retryAfter * 1000 });
        throw error;
      }
    },
  };
}
