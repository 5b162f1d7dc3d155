import { createNodeListener, type NodeListener } from '../../node/node-listener.js';
import { VkycHttpError } from '../errors.js';
import { errorResponse } from './responses.js';

/**
 * Turns `handle` into a listener of Node's `http` server, and so of Express and Fastify. It never throws or rejects. A
 * request that cannot be read is answered with 400, a handler that rejects with 500, without any text of the request.
 * Bodies are cut after 16 KiB.
 *
 * @example
 * http.createServer(nodeListener(vkyc.handle)).listen(3000);
 * // Express: app.use(nodeListener(vkyc.handle));
 */
export function nodeListener(handle: (request: Request) => Promise<Response>): NodeListener {
  return createNodeListener({
    handle,
    onUnreadable: () => errorResponse(new VkycHttpError('bad_request'), {}),
    onError: () => errorResponse(new VkycHttpError('internal_error'), {}),
  });
}
