import { createServer } from 'node:http';
import { createNodeListener } from '../node/node-listener.js';

type Handle = (request: Request) => Promise<Response>;

/** A bound port, to which a handler can be attached. */
export interface Listener {
  readonly origin: string;
  /** Answers every request from now on. */
  serve(handle: Handle): void;
  /** Closes the server and every open connection. */
  stop(): Promise<void>;
}

/** Binds a port of a loopback host; 0 is any free one. Rejects with Node's own error when the port is taken. */
export async function listen(host: string, port: number): Promise<Listener> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    serve: (handle) => {
      server.on(
        'request',
        createNodeListener({
          handle,
          onUnreadable: () => new Response(null, { status: 400 }),
          onUnknownMethod: () => new Response(null, { status: 405 }),
          onError: () => new Response(null, { status: 500 }),
          report: (error) => console.error(error),
          breaksOnErrorResponse: true,
        }),
      );
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
