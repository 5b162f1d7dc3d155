import { registerDelivery, trackReceiving } from './deliveries.js';
import type { NodeRequest, NodeResponse } from './node-http.js';
import { sendResponse } from './send-response.js';
import { bodyOf, headersOf, isHttp2, isKnownMethod, toWebRequest } from './web-request.js';

/** A listener of Node's `http` server. It never throws. */
export type NodeListener = (request: NodeRequest, response: NodeResponse) => void;

/** A handler of Fetch API requests. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** Settings of `createNodeListener()`. */
export interface NodeListenerOptions {
  readonly handle: Handler;
  /** Answers a request that is not valid for the Fetch API, such as one whose target is not a path. */
  readonly onUnreadable: () => Response;
  /** Answers a request with a method that handlers do not receive, such as TRACE. */
  readonly onUnknownMethod: () => Response;
  /** Answers a request whose handler failed. */
  readonly onError: () => Response;
  /** Receives what a handler threw, and the error of a body that could not be sent. */
  readonly report: (error: unknown) => void;
  /** Whether `Response.error()` breaks the connection, as it would in a service worker; otherwise the handler has failed. */
  readonly breaksOnErrorResponse?: boolean;
}

/** One request and its answer. */
interface Exchange {
  readonly request: NodeRequest;
  readonly response: NodeResponse;
  isGone: boolean;
  isSent: boolean;
  closesConnection: boolean;
  /** Made when a handler reads `request.signal`, as it costs about 20 µs. */
  disconnect: AbortController | null;
  readonly done: Promise<void>;
}

/** Creates a listener that calls a Fetch API handler. Whatever the handler does, the client gets an answer. */
export function createNodeListener(options: NodeListenerOptions): NodeListener {
  const report = (error: unknown) => {
    try {
      options.report(error);
    } catch {
      // A failing log must not cost the client its answer.
    }
  };
  return (request, response) => {
    const exchange = startExchange(request, response);
    respond({ ...options, report }, exchange).catch((error: unknown) => {
      if (!exchange.isGone) report(error);
      response.destroy?.();
    });
  };
}

function startExchange(request: NodeRequest, response: NodeResponse): Exchange {
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (finish = resolve));
  const exchange: Exchange = {
    request,
    response,
    isGone: false,
    isSent: false,
    closesConnection: false,
    disconnect: null,
    done,
  };
  response.once?.('close', () => {
    if (!exchange.isSent) {
      exchange.isGone = true;
      exchange.disconnect?.abort();
    }
    finish();
  });
  // Over HTTP/2 the last bytes may still be in the session's buffer.
  if (!isHttp2(request)) response.once?.('finish', finish);
  return exchange;
}

async function respond(options: NodeListenerOptions, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const headers = headersOf(request);
  if (!isKnownMethod(request.method ?? 'GET')) return send(options.onUnknownMethod(), exchange);
  if (!headers) return send(options.onUnreadable(), exchange);
  const handled = bodyOf(request, headers).then(({ content, isRead }) => {
    const webRequest = toWebRequest(request, headers, content);
    // The answer is wrapped, since a promise would be awaited here.
    return { isRead, answer: webRequest ? handleSafely(options, webRequest, exchange) : null };
  });
  trackReceiving(handled);
  const { isRead, answer } = await handled;
  const outcome: unknown = answer ? await answer : options.onUnreadable();
  if (options.breaksOnErrorResponse && outcome instanceof Response && outcome.type === 'error') {
    response.destroy?.();
    return;
  }
  // The rest of a body that the handler has not read is not read.
  if (!isRead()) exchange.closesConnection = true;
  try {
    await send(usable(outcome), exchange);
  } catch (error) {
    if (exchange.isGone || response.headersSent) throw error;
    options.report(error);
    await send(options.onError(), exchange);
  }
}

async function handleSafely(
  { handle, onError, report }: NodeListenerOptions,
  webRequest: Request,
  exchange: Exchange,
): Promise<Response> {
  registerDelivery(webRequest, {
    done: exchange.done,
    closeConnection: () => (exchange.closesConnection = true),
  });
  Object.defineProperty(webRequest, 'signal', { configurable: true, get: () => signalOf(exchange) });
  try {
    return await handle(webRequest);
  } catch (error) {
    // Work that is given up because the client has disconnected is not a failure.
    if (!exchange.isGone) report(error);
    return onError();
  }
}

/** Rejects what a handler in JavaScript may return instead of an answer. */
function usable(outcome: unknown): Response {
  if (!(outcome instanceof Object && 'status' in outcome && 'headers' in outcome))
    throw new TypeError('The handler of nodeListener() returned no Response.');
  const answer = outcome as Response;
  if (answer.type === 'error')
    throw new TypeError('The handler of nodeListener() returned Response.error().');
  if (answer.bodyUsed || answer.body?.locked)
    throw new TypeError('The handler of nodeListener() returned a Response whose body was already read.');
  return answer;
}

async function send(answer: Response, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  await sendResponse(answer, {
    response,
    isHttp2: isHttp2(request),
    isHead: request.method === 'HEAD',
    closesConnection: exchange.closesConnection || isServerClosed(request),
    isGone: () => exchange.isGone,
  });
  exchange.isSent = true;
}

/** Whether its server was closed: then the connection would keep the process from ending for as long as the client keeps it. */
function isServerClosed({ socket }: NodeRequest): boolean {
  const server: unknown = 'server' in socket ? socket.server : undefined;
  return server instanceof Object && 'listening' in server && server.listening === false;
}

function signalOf(exchange: Exchange): AbortSignal {
  exchange.disconnect ??= new AbortController();
  if (exchange.isGone) exchange.disconnect.abort();
  return exchange.disconnect.signal;
}
