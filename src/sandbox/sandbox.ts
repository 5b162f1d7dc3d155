import type { EnkashCredentials } from './credentials.js';
import type { CustomerView } from './customers.js';
import type { Fault, Route } from './faults.js';
import type { SampleStatus, SampleStatusName } from './sample-status.js';
import type { SandboxSettings } from './settings.js';

/** A copy of the state of a sandbox, without links, tokens and passwords. */
export interface SandboxSnapshot {
  /** The sandbox clock in epoch milliseconds. */
  readonly now: number;
  readonly customers: readonly CustomerView[];
  readonly faults: readonly Fault[];
  /** Number of requests to each EnKash call. */
  readonly calls: Readonly<Record<Route, number>>;
  readonly settings: SandboxSettings;
}

/** A simulated EnKash and Signzy, and the functions that control them. */
export interface Sandbox {
  readonly enkashOrigin: string;
  readonly signzyOrigin: string;
  /** URL of the token call, for `passwordToken()`. */
  readonly tokenUrl: string;
  /** URL of the status call, for `statusUrl`. Its path is specific to the sandbox: EnKash's is not public. */
  readonly statusUrl: string;
  /** The credentials that the sandbox accepts. */
  readonly credentials: EnkashCredentials;
  /** EnKash's answer to a partner's backend; under `/sandbox/` it accepts commands over HTTP. */
  readonly enkash: (request: Request) => Promise<Response>;
  /** Signzy's answer to the customer's browser. */
  readonly signzy: (request: Request) => Promise<Response>;
  /** The sandbox clock in epoch milliseconds. */
  now(): number;
  /** Moves the sandbox clock forward, or back when negative. */
  shiftClock(milliseconds: number): void;
  /** Sets a customer's status; an unknown card id becomes a customer. */
  setStatus(enKashCardId: string, status: SampleStatusName | SampleStatus): void;
  /** Adds a fault to the next calls. */
  fault(fault: Fault): void;
  clearFaults(): void;
  configure(changes: Partial<SandboxSettings>): void;
  /** Issues a bearer token, as `POST /oauth/token` does. */
  issueToken(): string;
  /** Revokes all bearer tokens. */
  revokeTokens(): void;
  snapshot(): SandboxSnapshot;
  /** Restores the initial state; issued links and tokens are forgotten. */
  reset(): void;
}
