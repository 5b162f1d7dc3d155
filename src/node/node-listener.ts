import { REQUEST_LIMIT_BYTES } from '../protocol/limits.js';
import { collectBytes, type Bytes } from '../protocol/read-body.js';

/** The parts of a request of Node's `http`, `https` or `http2`, of Express, or of Fastify's `request.raw`. */
export interface NodeRequest extends AsyncIterable<Bytes | string> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express keeps the whole path here when a router has cut it. */
  readonly originalUrl?: string | undefined;
  readonly rawHeaders: readonly string[];
  readonly socket: object;
}

/** The parts of Node's response. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: string): unknown;
  once?(event: 'close', listener: () => void): unknown;
  destroy?(): unknown;
}

/** A listener of Node's `http` server. It never throws. */
export type NodeListener = (request: NodeRequest, response: NodeResponse) => void;

/** Settings of `createNodeListener()`. */
export interface NodeListenerOptions {
  readonly handle: (request: Request) => Promise<Response>;
  /** Answers a request that is not valid for the Fetch API, such as one with a malformed path. */
  readonly onUnreadable: () => Response;
  /** Answers a request whose handler failed. */
  readonly onError: () => Response;
  /** Whether `request.signal` is aborted when the client disconnects; off by default, as it costs about 20 µs. */
  readonly withSignal?: boolean;
}

/** Methods that a `Request` cannot have; they become a method that handlers refuse in the same way. */
const FORBIDDEN_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * Creates a listener that calls a Fetch API handler. `Response.error()` breaks the connection.
 *
 * It is our own, since a general adapter streams bodies of any size: here a body is cut after 16 KiB, just long enough for
 * the handler to refuse it, and the connection is closed.
 */
export function createNodeListener(options: NodeListenerOptions): NodeListener {
  return (request, response) => {
    respond(options, request, response).catch(() => {
      // The client has disconnected, during its request or during the answer.
    });
  };
}

async function respond(
  options: NodeListenerOptions,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  const disconnect = options.withSignal ? new AbortController() : null;
  let isAnswered = false;
  response.once?.('close', () => {
    if (!isAnswered) disconnect?.abort();
  });
  const bytes = await readBody(request);
  const answer = await answerTo(toWebRequest(request, bytes, disconnect?.signal), options);
  if (answer.type === 'error') {
    response.destroy?.();
    return;
  }
  const text = await answer.text();
  isAnswered = true;
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  // The rest of a body that is too long is not read.
  if (bytes.byteLength > REQUEST_LIMIT_BYTES) response.setHeader('Connection', 'close');
  response.end(text);
}

async function answerTo(
  request: Request | null,
  { handle, onUnreadable, onError }: NodeListenerOptions,
): Promise<Response> {
  if (!request) return onUnreadable();
  try {
    return await handle(request);
  } catch {
    return onError();
  }
}

/** Reads at most one chunk beyond the limit. */
function readBody(request: NodeRequest): Promise<Bytes> {
  const utf8 = new TextEncoder();
  const iterator = request[Symbol.asyncIterator]();
  return collectBytes(async () => {
    const next: IteratorResult<Bytes | string, unknown> = await iterator.next();
    if (next.done) return undefined;
    return typeof next.value === 'string' ? utf8.encode(next.value) : next.value;
  }, REQUEST_LIMIT_BYTES);
}

/** Null when a part of the request is not valid for the Fetch API. */
function toWebRequest(request: NodeRequest, bytes: Bytes, signal: AbortSignal | undefined): Request | null {
  const { method = 'GET', url, originalUrl } = request;
  try {
    const headers = headersOf(request);
    const hasBody = method !== 'GET' && method !== 'HEAD' && bytes.byteLength > 0;
    return new Request(new URL(originalUrl ?? url ?? '/', originOf(request, headers)), {
      method: FORBIDDEN_METHODS.has(method) ? 'OTHER' : method,
      headers,
      body: hasBody ? bytes : null,
      signal: signal ?? null,
    });
  } catch {
    return null;
  }
}

function headersOf({ rawHeaders }: NodeRequest): Headers {
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // HTTP/2 puts the method, the path and the host among the headers.
    if (!name.startsWith(':')) headers.append(name, rawHeaders[index + 1] ?? '');
  }
  return headers;
}

function originOf({ rawHeaders, socket }: NodeRequest, headers: Headers): string {
  const host = headers.get('host') ?? rawHeaders[rawHeaders.indexOf(':authority') + 1] ?? '';
  const origin = `${'encrypted' in socket ? 'https' : 'http'}://${host}`;
  return URL.canParse(origin) ? origin : 'http://localhost';
}
