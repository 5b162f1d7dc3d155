import type { Bytes } from '../protocol/read-body.js';
import type { NodeResponse } from './node-http.js';
import { textOf } from './response-text.js';

/** How an answer is sent. */
export interface Sending {
  readonly response: NodeResponse;
  readonly isHttp2: boolean;
  /** Whether the request was HEAD, to which a body is not sent. */
  readonly isHead: boolean;
  /** Whether the connection is closed after the answer. */
  readonly closesConnection: boolean;
  /** Whether the client has disconnected. */
  readonly isGone: () => boolean;
}

type Reading = ReadableStreamReadResult<Bytes>;

/** Headers about the connection, which HTTP/2 does not allow. */
const CONNECTION_HEADERS = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/** Statuses that have neither a body nor its length. */
const NO_BODY = new Set([204, 205, 304]);

/**
 * Sends an answer: a body that is complete at once with its length, any other chunk by chunk. Rejects with the error of the
 * body; the headers have not been sent if it fails before its first bytes.
 */
export async function sendResponse(answer: Response, sending: Sending): Promise<void> {
  const { response, isHead } = sending;
  const text = textOf(answer);
  if (text !== undefined && !isHead) {
    sendWhole(answer, new TextEncoder().encode(text), sending);
    return;
  }
  const reader = answer.body?.getReader();
  const cancel = () => void reader?.cancel().catch(() => undefined);
  if (!reader || isHead) {
    cancel();
    writeHead(answer, sending);
    response.end();
    return;
  }
  let reading = reader.read();
  const first = await settledSoon(reading);
  if (first && !first.done) {
    reading = reader.read();
    const second = await settledSoon(reading);
    if (second?.done) {
      sendWhole(answer, first.value, sending);
      return;
    }
    writeHead(answer, sending);
    await write(first.value, sending);
  } else {
    writeHead(answer, sending);
    if (!first) response.flushHeaders?.();
  }
  response.once?.('close', cancel);
  for (let next = await reading; !next.done && !sending.isGone(); next = await reader.read())
    await write(next.value, sending);
  if (sending.isGone()) cancel();
  response.end();
}

function sendWhole(answer: Response, body: Bytes, sending: Sending): void {
  const { response } = sending;
  writeHead(answer, sending);
  if (!answer.headers.has('content-length') && !NO_BODY.has(answer.status))
    response.setHeader('Content-Length', String(body.byteLength));
  response.write?.(body);
  response.end();
}

function writeHead({ status, statusText, headers }: Response, sending: Sending): void {
  const { response, isHttp2, closesConnection } = sending;
  response.statusCode = status;
  if (statusText !== '' && !isHttp2) response.statusMessage = statusText;
  for (const [name, value] of headers)
    if (name !== 'set-cookie' && !(isHttp2 && CONNECTION_HEADERS.has(name))) response.setHeader(name, value);
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) appendCookies(response, cookies);
  if (closesConnection && !isHttp2) response.setHeader('Connection', 'close');
}

/** Keeps the cookies that another part of the server has set before. */
function appendCookies(response: NodeResponse, cookies: string[]): void {
  if (response.appendHeader) response.appendHeader('Set-Cookie', cookies);
  else response.setHeader('Set-Cookie', cookies);
}

/** Waits while the connection takes no more. */
async function write(chunk: Bytes, { response, isGone }: Sending): Promise<void> {
  if (isGone() || response.write?.(chunk) !== false) return;
  await new Promise<void>((resolve) => {
    response.once?.('drain', resolve);
    response.once?.('close', resolve);
  });
}

/** The result of a read that settles within this turn of the event loop; null for a later one. */
async function settledSoon(reading: Promise<Reading>): Promise<Reading | null> {
  // The caller reads it again, which would otherwise be too late for an error.
  reading.catch(() => undefined);
  return Promise.race([
    reading,
    new Promise<null>((resolve) => {
      setImmediate(resolve, null);
    }),
  ]);
}
