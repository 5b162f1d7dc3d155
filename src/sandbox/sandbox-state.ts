import type { AccessTokens } from './access-tokens.js';
import type { Customers } from './customers.js';
import type { Faults, Route } from './faults.js';
import type { Pause } from './pause.js';
import type { SandboxClock } from './sandbox-clock.js';
import type { SandboxSettings } from './settings.js';

/** Everything that is so in one sandbox. The two doors, EnKash and Signzy, read it and change it. */
export interface World {
  readonly clock: SandboxClock;
  readonly customers: Customers;
  readonly tokens: AccessTokens;
  readonly faults: Faults;
  /** How often each EnKash call was made, the spoiled ones too. */
  readonly calls: Record<Route, number>;
  readonly pause: Pause;
  settings: SandboxSettings;
}
