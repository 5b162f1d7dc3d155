import { bodiesReceived } from '../node/deliveries.js';
import type { InFlight } from './concurrency/in-flight.js';
import { VkycHttpError } from './errors.js';

/** Time after which requests that are still in flight are refused, so that their customers get an answer at all. */
const REFUSE_AFTER_MS = 14_000;

/** Time after which `stop()` resolves in any case. */
const GIVE_UP_AFTER_MS = 15_000;

/** Time that another server than ours gets to send an answer that it was handed over. */
const HAND_OVER_MS = 500;

/** The end of a backend. */
export interface Shutdown {
  readonly hasBegun: boolean;
  /** Notes that an answer was handed over to a server that does not tell when it has sent it. */
  handedOver(): void;
  /** Resolves when every answer has left the process, after 15 s at most. */
  stop(): Promise<void>;
}

/** Creates the end of a backend whose requests `inFlight` counts. */
export function createShutdown(inFlight: InFlight): Shutdown {
  let handedOverAt = -Infinity;
  let stopped: Promise<void> | null = null;

  async function answersSent(): Promise<void> {
    // A body that was still arriving may become a request.
    await bodiesReceived();
    await inFlight.drained();
    const remainingMs = handedOverAt + HAND_OVER_MS - performance.now();
    if (remainingMs > 0) await new Promise((resolve) => setTimeout(resolve, remainingMs));
  }

  async function shutDown(): Promise<void> {
    const refuse = () => inFlight.expire(new VkycHttpError('shutting_down'));
    const refusal = setTimeout(refuse, REFUSE_AFTER_MS);
    let limit: ReturnType<typeof setTimeout> | undefined;
    const gaveUp = new Promise((resolve) => (limit = setTimeout(resolve, GIVE_UP_AFTER_MS)));
    await Promise.race([answersSent(), gaveUp]);
    clearTimeout(refusal);
    clearTimeout(limit);
  }

  return {
    get hasBegun() {
      return stopped !== null;
    },
    handedOver: () => (handedOverAt = performance.now()),
    stop: () => (stopped ??= shutDown()),
  };
}
