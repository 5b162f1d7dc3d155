import type { EnkashCredentials } from './credentials.js';
import type { CustomerView } from './customers.js';
import type { Fault, Route } from './faults.js';
import type { SandboxSettings } from './settings.js';
import type { SampleStatus, StandingName } from './sample-status.js';

/** What there is to see in a sandbox, with no link, token or password in it. */
export interface WorldView {
  /** The sandbox clock, in milliseconds since 1970. */
  readonly now: number;
  readonly customers: readonly CustomerView[];
  readonly faults: readonly Fault[];
  /** How often each EnKash call was made. */
  readonly calls: Readonly<Record<Route, number>>;
  readonly settings: SandboxSettings;
}

/** One EnKash and one Signzy, with the means to move them. */
export interface Sandbox {
  readonly enkashOrigin: string;
  readonly signzyOrigin: string;
  /** The token call's address, for `passwordToken`. */
  readonly tokenUrl: string;
  /** The status call's address, for `statusUrl`. Its path is the sandbox's own: EnKash has not published theirs. */
  readonly statusUrl: string;
  /** What EnKash accepts here. */
  readonly credentials: EnkashCredentials;
  /** EnKash answers a partner's backend; under `/sandbox/` it takes orders over HTTP. */
  readonly enkash: (request: Request) => Promise<Response>;
  /** Signzy answers the customer's browser. */
  readonly signzy: (request: Request) => Promise<Response>;
  /** The sandbox clock, in milliseconds since 1970. */
  now(): number;
  /** Moves the sandbox clock on, or back when negative. */
  shiftClock(milliseconds: number): void;
  /** Puts a customer at a standing; a card id not seen before becomes a customer. */
  setStanding(enKashCardId: string, standing: StandingName | SampleStatus): void;
  /** Has the next calls go wrong. */
  fault(fault: Fault): void;
  clearFaults(): void;
  configure(changes: Partial<SandboxSettings>): void;
  /** A bearer token as `POST /oauth/token` gives it. */
  issueToken(): string;
  /** Ends every bearer token given out. */
  revokeTokens(): void;
  world(): WorldView;
  /** Back to how the sandbox began; links and tokens given out are forgotten. */
  reset(): void;
}
