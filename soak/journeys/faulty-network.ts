import type { Random } from '../random.js';

/** What a network does to one exchange. */
export const NETWORK_FAULTS = [
  'none',
  'delay',
  'cut-before',
  'cut-after',
  'truncate',
  'duplicate',
  'reorder',
  'corrupt',
  'silent',
] as const;
export type NetworkFault = (typeof NETWORK_FAULTS)[number];

/** Sends a request and resolves with the response. */
export type Exchange = (request: Request) => Promise<Response>;

/** The network between two sides, which fails at random until it is healed. */
export interface FaultyNetwork {
  /** @throws TypeError as `fetch()` does, when the connection breaks. */
  exchange(request: Request, send: Exchange): Promise<Response>;
  heal(): void;
}

/** Real milliseconds: long enough to change the order of answers, short enough for thousands of journeys. */
const DELAY_MS = 6;

/** Creates a network. `rate` is the share of exchanges with a fault, from 0 to 1. */
export function createFaultyNetwork(random: Random, rate: number): FaultyNetwork {
  let isHealed = false;
  let release: (() => void) | undefined;
  const releaseHeld = () => {
    release?.();
    release = undefined;
  };

  return {
    heal() {
      isHealed = true;
      releaseHeld();
    },
    async exchange(request, send) {
      releaseHeld();
      const fault = isHealed || random.next() >= rate ? 'none' : random.pick(NETWORK_FAULTS);
      switch (fault) {
        case 'none':
          return send(request);
        case 'delay':
          await pause(DELAY_MS);
          return send(request);
        case 'cut-before':
          throw broken();
        case 'cut-after':
          await send(request);
          throw broken();
        case 'truncate':
          return truncated(await send(request), random);
        case 'duplicate':
          await send(request.clone());
          return send(request);
        case 'reorder': {
          const response = await send(request);
          await Promise.race([new Promise<void>((resolve) => (release = resolve)), pause(4 * DELAY_MS)]);
          return response;
        }
        case 'corrupt':
          return corrupted(await send(request), random);
        case 'silent':
          return silence(request);
      }
    },
  };
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));
const broken = () => new TypeError('The connection broke.');

/** Requests without an answer. One that nobody holds would be collected as garbage, and its signal would never fire. */
const unanswered = new Set<Request>();

function silence(request: Request): Promise<never> {
  unanswered.add(request);
  return new Promise((_, reject) => {
    const fail = () => {
      unanswered.delete(request);
      reject(broken());
    };
    if (request.signal.aborted) fail();
    else request.signal.addEventListener('abort', fail);
  });
}

/** The beginning of the body, then the connection breaks. */
async function truncated(response: Response, random: Random): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const beginning = bytes.slice(0, random.below(bytes.length + 1));
  let isSent = beginning.length === 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) {
        controller.error(broken());
        return;
      }
      isSent = true;
      controller.enqueue(beginning);
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

/** Some bytes of the body are others. */
async function corrupted(response: Response, random: Random): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  for (let count = 1 + random.below(4); count > 0 && bytes.length > 0; count--)
    bytes[random.below(bytes.length)] = random.below(256);
  const body = [101, 204, 205, 304].includes(response.status) ? null : bytes;
  return new Response(body, { status: response.status, headers: response.headers });
}
