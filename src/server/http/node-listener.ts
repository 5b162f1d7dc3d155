import { createNodeListener, type Handler, type NodeListener } from '../../node/node-listener.js';
import { VkycHttpError } from '../errors.js';
import { requireOption, requireOptions } from '../options/checks.js';
import { errorResponse } from './responses.js';

/** Settings of `nodeListener()`. */
export interface NodeListenerSettings {
  /** Receives the errors of the handler and of bodies that could not be sent; `console.error` by default. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/**
 * Turns `handle` into a listener of Node's `http`, `https` or `http2` server, and so of Express and Fastify. It serves any
 * handler: headers, cookies, bodies, streams and `request.signal` pass through unchanged.
 *
 * Every outcome of the handler ends in an answer. A request that cannot be read gets 400, an unknown method 405. A handler
 * that throws, or returns no `Response`, gets 500 without any text of the error, which goes to `onError`. An error in the
 * middle of a stream breaks the connection.
 * @throws TypeError when `handle` or `onError` is not a function
 *
 * @example
 * http.createServer(nodeListener(vkyc.handle)).listen(3000);
 * // Express: app.use(nodeListener(vkyc.handle));
 */
export function nodeListener(handle: Handler, settings: NodeListenerSettings = {}): NodeListener {
  requireOption(typeof handle === 'function', 'handle', 'a function such as vkyc.handle', handle);
  requireOptions(settings, 'settings', ['onError']);
  const { onError: report = (error: unknown) => console.error(error) } = settings;
  requireOption(typeof report === 'function', 'onError', 'a function', report);
  const answerWith = (code: VkycHttpError['code']) => () => errorResponse(new VkycHttpError(code), {});
  return createNodeListener({
    handle,
    report,
    onUnreadable: answerWith('bad_request'),
    onUnknownMethod: answerWith('method_not_allowed'),
    onError: answerWith('internal_error'),
  });
}
