import { refuse } from './responses.js';
import { joined } from '../concurrency/joined.js';
import { VkycHttpError } from '../errors.js';
import { REQUEST_LIMIT } from './validate-request.js';

/** What the listener reads of a request of Node's `http`, `https` or `http2`, of Express, or of Fastify's `request.raw`. */
export interface NodeRequest extends AsyncIterable<Uint8Array<ArrayBuffer> | string> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express keeps the whole path here when a router cut it. */
  readonly originalUrl?: string | undefined;
  readonly rawHeaders: readonly string[];
  readonly socket: object;
}

/** What the listener uses of Node's response. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body: string): unknown;
}

/** Methods no `Request` can have; they are passed on under a name that is refused like theirs. */
const UNSPEAKABLE = new Set(['CONNECT', 'TRACE', 'TRACK']);

/**
 * Makes `handle` a listener of Node's `http` server, and so of Express and Fastify. It never throws or rejects; what it
 * cannot read it refuses without repeating it, and a handler that rejects is a 500. Bodies end after 16 KiB.
 */
export function nodeListener(
  handle: (request: Request) => Promise<Response>,
): (request: NodeRequest, response: NodeResponse) => void {
  return (request, response) => {
    void relay(handle, request, response);
  };
}

async function relay(
  handle: (request: Request) => Promise<Response>,
  request: NodeRequest,
  response: NodeResponse,
): Promise<void> {
  try {
    const { whole, body } = await readBody(request);
    const answered = await answerTo(handle, request, body);
    const text = await answered.text();
    response.statusCode = answered.status;
    for (const [name, value] of answered.headers) response.setHeader(name, value);
    // What is left of a body that is too long is not waited for.
    if (!whole) response.setHeader('Connection', 'close');
    response.end(text);
  } catch {
    // The customer has gone, in the middle of their request or of the answer.
  }
}

async function answerTo(
  handle: (request: Request) => Promise<Response>,
  request: NodeRequest,
  body: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  let web: Request;
  try {
    web = webRequest(request, body);
  } catch {
    return refuse(new VkycHttpError('bad_request'), {});
  }
  return handle(web).catch(() => refuse(new VkycHttpError('internal_error'), {}));
}

function webRequest(
  { method = 'GET', url, originalUrl, rawHeaders, socket }: NodeRequest,
  body: Uint8Array<ArrayBuffer>,
): Request {
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    // HTTP/2 puts the method, the path and the host among the headers.
    if (!name.startsWith(':')) headers.append(name, rawHeaders[index + 1] ?? '');
  }
  const host = headers.get('host') ?? rawHeaders[rawHeaders.indexOf(':authority') + 1] ?? '';
  const origin = `${'encrypted' in socket ? 'https' : 'http'}://${host}`;
  const hasBody = method !== 'GET' && method !== 'HEAD' && body.byteLength > 0;
  return new Request(new URL(originalUrl ?? url ?? '/', URL.canParse(origin) ? origin : 'http://localhost'), {
    method: UNSPEAKABLE.has(method) ? 'OTHER' : method,
    headers,
    body: hasBody ? body : null,
  });
}

/** Reads one byte more than a request may have at most, so that the handler sees that it is too much. */
async function readBody(
  request: NodeRequest,
): Promise<{ readonly whole: boolean; readonly body: Uint8Array<ArrayBuffer> }> {
  const utf8 = new TextEncoder();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const iterator = request[Symbol.asyncIterator]();
  while (size <= REQUEST_LIMIT) {
    const next: IteratorResult<Uint8Array<ArrayBuffer> | string, unknown> = await iterator.next();
    if (next.done) return { whole: true, body: joined(chunks, size) };
    const chunk = typeof next.value === 'string' ? utf8.encode(next.value) : next.value;
    chunks.push(chunk);
    size += chunk.byteLength;
  }
  return { whole: false, body: joined(chunks, size) };
}
