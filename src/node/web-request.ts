import { REQUEST_LIMIT_BYTES } from '../protocol/limits.js';
import { collectBytes, type Bytes } from '../protocol/read-body.js';
import type { NodeRequest } from './node-http.js';

/** The body of a request, and whether all of it has been read. */
export interface RequestBody {
  readonly content: Bytes | ReadableStream<Bytes> | null;
  readonly isRead: () => boolean;
}

/** Methods that handlers receive. `Request` cannot have TRACE and CONNECT, and some runtimes turn unknown methods into GET. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** A host with an optional port, as the `Host` header and `:authority` have it. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/** A path with an optional query. `URL` would drop tabs, and read `//` and `\` at its beginning as another host. */
const PATH = /^\/(?!\/)[^\s\\]*$/;

/** Whether handlers receive this method. */
export function isKnownMethod(method: string): boolean {
  return METHODS.has(method);
}

/**
 * The body of a request. A short one is read here, since a stream costs much more. Any other is a stream, which is read as
 * far as the handler reads it.
 */
export async function bodyOf(request: NodeRequest, headers: Headers): Promise<RequestBody> {
  const declared = headers.get('content-length');
  const isEmpty = declared === null ? !headers.has('transfer-encoding') : Number(declared) === 0;
  const isIgnored = request.method === 'GET' || request.method === 'HEAD';
  if (isIgnored || (isEmpty && !isHttp2(request))) return { content: null, isRead: () => isEmpty };
  const next = readerOf(request);
  if (declared === null || Number(declared) > REQUEST_LIMIT_BYTES) return streamedBody(next);
  const bytes = await collectBytes(next, REQUEST_LIMIT_BYTES);
  return { content: bytes.byteLength > 0 ? bytes : null, isRead: () => true };
}

/** Null when a part of the request is not valid for the Fetch API, or its target is not a path. */
export function toWebRequest(
  request: NodeRequest,
  headers: Headers,
  content: RequestBody['content'],
): Request | null {
  const path = request.originalUrl ?? request.url ?? '/';
  if (!PATH.test(path)) return null;
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method ?? 'GET',
    headers,
    body: content,
    duplex: 'half',
  };
  try {
    return new Request(originOf(request, headers) + path, init);
  } catch {
    return null;
  }
}

/** The headers of a request, without the pseudo-headers of HTTP/2; null when one is not valid for the Fetch API. */
export function headersOf({ rawHeaders }: NodeRequest): Headers | null {
  try {
    const headers = new Headers();
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const name = rawHeaders[index] ?? '';
      if (!name.startsWith(':')) headers.append(name, rawHeaders[index + 1] ?? '');
    }
    return headers;
  } catch {
    return null;
  }
}

/** Whether a request came over HTTP/2 or later, where headers about the connection are not allowed. */
export function isHttp2({ httpVersionMajor = 1 }: NodeRequest): boolean {
  return httpVersionMajor >= 2;
}

function originOf({ rawHeaders, socket }: NodeRequest, headers: Headers): string {
  const authority = rawHeaders.indexOf(':authority');
  const host = authority < 0 ? headers.get('host') : rawHeaders[authority + 1];
  const origin = `${'encrypted' in socket ? 'https' : 'http'}://${host ?? ''}`;
  return HOST.test(host ?? '') && URL.canParse(origin) ? origin : 'http://localhost';
}

function streamedBody(next: () => Promise<Bytes | undefined>): RequestBody {
  let isRead = false;
  const content = new ReadableStream<Bytes>(
    {
      pull: async (controller) => {
        const chunk = await next();
        if (chunk) {
          controller.enqueue(chunk);
          return;
        }
        isRead = true;
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { content, isRead: () => isRead };
}

function readerOf(request: NodeRequest): () => Promise<Bytes | undefined> {
  const utf8 = new TextEncoder();
  const iterator = request[Symbol.asyncIterator]();
  return async () => {
    const next: IteratorResult<Bytes | string, unknown> = await iterator.next();
    if (next.done) return undefined;
    return typeof next.value === 'string' ? utf8.encode(next.value) : next.value;
  };
}
