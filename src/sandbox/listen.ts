import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';

type Handle = (request: Request) => Promise<Response>;

/** A port that is taken and may be given a handler. */
export interface Listener {
  readonly origin: string;
  /** Answers every request from now on. */
  serve(handle: Handle): void;
  /** Ends the server and every open connection. */
  stop(): Promise<void>;
}

/** Takes a port on a loopback host. Rejects with Node's own error when the port is taken. */
export async function listen(host: string, port: number): Promise<Listener> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    serve: (handle) => {
      server.on('request', (message, reply) => {
        answer(handle, message, reply).catch(() => reply.destroy());
      });
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(handle: Handle, message: IncomingMessage, reply: ServerResponse): Promise<void> {
  const response = await handle(createRequest(message, reply));
  // fetch's word for a dead line: the caller must see its connection break, not an answer
  if (response.type === 'error') reply.destroy();
  else if (!reply.destroyed) await sendResponse(reply, response);
}
