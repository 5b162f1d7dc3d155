import type { AccessTokens } from './access-tokens.js';
import type { Customers } from './customers.js';
import type { Faults, Route } from './faults.js';
import type { Pause, SandboxClock } from './sandbox-clock.js';
import type { SandboxSettings } from './settings.js';

/** The mutable state of one sandbox, which the handlers of EnKash and Signzy read and change. */
export interface SandboxState {
  readonly clock: SandboxClock;
  readonly customers: Customers;
  readonly tokens: AccessTokens;
  readonly faults: Faults;
  /** Number of requests to each EnKash call, including those that met a fault. */
  readonly calls: Record<Route, number>;
  readonly pause: Pause;
  settings: SandboxSettings;
}
