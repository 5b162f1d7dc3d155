import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { enkashReply } from './built-server.js';

/** A fake of EnKash's link call over HTTP; every response has a link of its own. */
export interface Upstream {
  readonly url: string;
  /** The card id of every call, in order. */
  readonly requestedCards: readonly string[];
  stop(): void;
}

/** Starts an upstream that takes `delayMs` for each call. `fails` decides by a call's number, from 1, whether it fails. */
export async function startUpstream(
  delayMs: number,
  fails: (call: number) => boolean = () => false,
): Promise<Upstream> {
  const requestedCards: string[] = [];
  const server = createServer((request, response) => {
    const card = new URL(request.url ?? '/', 'http://upstream').searchParams.get('enKashCardId') ?? '';
    const call = requestedCards.push(card);
    setTimeout(() => {
      // Half of the failures are error responses, half are closed connections.
      if (fails(call) && call % 2 === 0) response.destroy();
      else if (fails(call)) response.writeHead(500).end();
      else
        response
          .writeHead(200, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(enkashReply(card, String(call))));
    }, delayMs);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requestedCards,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
