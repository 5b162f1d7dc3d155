import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequestListener, type FetchHandler } from '@remix-run/node-fetch-server';
import type { CleanupScope } from './cleanup-scope.js';

/** A server on a free loopback port. */
export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** `http://localhost:<port>`: the same server as another site. A secure context too. */
  readonly otherOrigin: string;
}

/** Serves a `Request → Response` handler (static pages, a partner backend) until the scope ends. */
export const startServer = async (scope: CleanupScope, handle: FetchHandler): Promise<RunningServer> => {
  const server = createServer(createRequestListener(handle));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  scope.after(
    () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, otherOrigin: `http://localhost:${port}` };
};
