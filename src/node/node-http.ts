import type { Bytes } from '../protocol/read-body.js';

/** The parts of a request of Node's `http`, `https` or `http2`, of Express, or of Fastify's `request.raw`. */
export interface NodeRequest extends AsyncIterable<Bytes | string> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express keeps the whole path here when a router has cut it. */
  readonly originalUrl?: string | undefined;
  readonly httpVersionMajor?: number;
  readonly rawHeaders: readonly string[];
  readonly socket: object;
}

/** The parts of Node's response. */
export interface NodeResponse {
  statusCode: number;
  statusMessage?: string;
  readonly headersSent?: boolean;
  setHeader(name: string, value: string | string[]): unknown;
  appendHeader?(name: string, value: string[]): unknown;
  flushHeaders?(): unknown;
  write?(chunk: Bytes): boolean;
  end(): unknown;
  once?(event: 'close' | 'drain' | 'finish', listener: () => void): unknown;
  destroy?(): unknown;
}
