import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { enkashReply } from './built-server.js';

/** A stand-in for EnKash's link call, over HTTP; every answer has a link of its own. */
export interface Upstream {
  readonly url: string;
  /** The card id of every call, in order. */
  readonly requestedCards: readonly string[];
  stop(): void;
}

/** Starts an upstream that takes `delayMs` for each call; `fails` says of a call's number (from 1) whether it fails. */
export async function startUpstream(
  delayMs: number,
  fails: (call: number) => boolean = () => false,
): Promise<Upstream> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const card = new URL(request.url ?? '/', 'http://upstream').searchParams.get('enKashCardId') ?? '';
    const call = asked.push(card);
    setTimeout(() => {
      // Of the failures, one half are answers and one half hang up.
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
