import { AccessTokens } from './access-tokens.js';
import { answerControl, isControl } from './control.js';
import { SANDBOX_CREDENTIALS } from './credentials.js';
import { Customers } from './customers.js';
import { answerAsEnkash, ENKASH_PATHS } from './enkash/enkash-handler.js';
import { checkFault, Faults } from './faults.js';
import { DOCUMENTED_SIGNZY_ORIGIN, KycLinks, SEED_CARD_ID } from './kyc-links.js';
import { pause, type Pause } from './pause.js';
import { SandboxClock } from './sandbox-clock.js';
import type { Sandbox } from './sandbox.js';
import { checkSettings, startingSettings, type SandboxSettings } from './settings.js';
import { answerAsSignzy } from './signzy/signzy-handler.js';
import { toStanding, type SampleStatus, type StandingName } from './sample-status.js';
import type { World } from './sandbox-state.js';

/** How a sandbox begins; each setting may be changed later with `configure`. */
export interface SandboxOptions extends Partial<SandboxSettings> {
  /** Where EnKash answers; its documented test host unless said. */
  readonly enkashOrigin?: string | undefined;
  /** Where the call's page is; without it links name EnKash's documented Signzy host. */
  readonly signzyOrigin?: string | undefined;
  /** The customers at the start; EnKash's documented card, not started, unless said. */
  readonly customers?: Readonly<Record<string, StandingName | SampleStatus>> | undefined;
  /** Milliseconds since 1970; `Date.now` unless said. */
  readonly now?: (() => number) | undefined;
  /** How latency and a slow answer wait; real time unless said. */
  readonly pause?: Pause | undefined;
}

/**
 * A stand-in for EnKash and Signzy: two functions from `Request` to `Response` over one world in memory. Give them to
 * MSW with `mswHandlers`, or to real ports with `startSandbox`.
 * @throws {TypeError} when an origin, a setting or a standing is unusable.
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const enkashOrigin = toOrigin('enkashOrigin', options.enkashOrigin ?? 'https://pay-en-uat.enkash.in');
  const signzyOrigin = toOrigin('signzyOrigin', options.signzyOrigin ?? DOCUMENTED_SIGNZY_ORIGIN);
  let world = createWorld(options, signzyOrigin);

  const sandbox: Sandbox = {
    enkashOrigin,
    signzyOrigin,
    tokenUrl: enkashOrigin + ENKASH_PATHS.token,
    statusUrl: enkashOrigin + ENKASH_PATHS.status,
    credentials: SANDBOX_CREDENTIALS,
    enkash: (request) =>
      isControl(request) ? answerControl(sandbox, request) : answerAsEnkash(world, request),
    signzy: (request) => answerAsSignzy(world, request),
    now: () => world.clock.now(),
    shiftClock: (milliseconds) => world.clock.shift(milliseconds),
    setStanding: (enKashCardId, standing) => world.customers.set(enKashCardId, toStanding(standing)),
    fault: (fault) => {
      checkFault(fault);
      world.faults.add(fault);
    },
    clearFaults: () => world.faults.clear(),
    configure: (changes) => {
      checkSettings(changes);
      world.settings = { ...world.settings, ...changes };
    },
    issueToken: () => world.tokens.issue(),
    revokeTokens: () => world.tokens.revoke(),
    world: () => ({
      now: world.clock.now(),
      customers: world.customers.views(),
      faults: world.faults.list(),
      calls: { ...world.calls },
      settings: world.settings,
    }),
    reset: () => {
      world = createWorld(options, signzyOrigin);
    },
  };
  return sandbox;
}

function createWorld(options: SandboxOptions, signzyOrigin: string): World {
  const clock = new SandboxClock(options.now ?? Date.now);
  const links = new KycLinks(signzyOrigin, () => clock.now());
  const world: World = {
    clock,
    customers: new Customers(
      links,
      () => clock.now(),
      () => world.settings.auditDelayMs,
    ),
    tokens: new AccessTokens(() => clock.now()),
    faults: new Faults(),
    calls: { token: 0, link: 0, status: 0 },
    pause: options.pause ?? pause,
    settings: startingSettings(options),
  };
  for (const [enKashCardId, standing] of Object.entries(
    options.customers ?? { [SEED_CARD_ID]: 'not-started' },
  )) {
    world.customers.set(enKashCardId, toStanding(standing));
  }
  return world;
}

function toOrigin(name: string, value: string): string {
  if (URL.canParse(value) && new URL(value).origin !== 'null') return new URL(value).origin;
  throw new TypeError(`${name} is an origin such as http://127.0.0.1:4100; received something else.`);
}
