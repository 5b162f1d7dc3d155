import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the server has received. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers one request. */
export type Serve = (request: SeenRequest, response: ServerResponse) => unknown;

/** An HTTP server on loopback that answers as a test needs and records its requests. */
export interface FakeEnkash {
  readonly url: string;
  readonly seen: SeenRequest[];
  serve: Serve;
  stop(): Promise<void>;
}

/** Starts a server on a free port. */
export async function startFakeEnkash(serve: Serve): Promise<FakeEnkash> {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        url: new URL(incoming.url ?? '/', 'http://fake'),
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      };
      seen.push(request);
      fake.serve(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeEnkash = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    serve,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return fake;
}

/** Answers with JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Serve {
  return (_, response) =>
    response
      .writeHead(status, { 'Content-Type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Secrets and personal data that must not leak. */
export const CARD_ID = 'EKCPLANTED01';
export const LINK =
  'https://investor-onboarding.signzy.tech/encash/6811e8e0/PLANTEDLINKSECRET/eMain?ns=encash';
export const TOKEN = 'PLANTED-BEARER-TOKEN';

/** EnKash's documented answer, with changes to its payload. */
export function enkashAnswer(payload: Record<string, unknown> = {}) {
  return {
    code: 0,
    message: 'Success',
    payload: {
      enkashCardId: CARD_ID,
      kycStatus: 'EnumModel(name=MIN_KYC_VERIFIED, label=Min Kyc Verified, description=null)',
      kycSubStatus: 'EnumModel(name=VKYC_IN_PROGRESS, label=VKYC In Progress, description=null)',
      kycLink: LINK,
      kycExpiryDays: 1,
      ...payload,
    },
  };
}
