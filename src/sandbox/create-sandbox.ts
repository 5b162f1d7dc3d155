import { isObject } from '../protocol/json-object.js';
import { createAccessTokens } from './access-tokens.js';
import { answerControl, isControl } from './control.js';
import { SANDBOX_CREDENTIALS } from './credentials.js';
import { createCustomers } from './customers.js';
import { answerAsEnkash, ENKASH_PATHS } from './enkash/enkash-handler.js';
import { checkFault, createFaults } from './faults.js';
import { createKycLinks, DOCUMENTED_SIGNZY_ORIGIN, SEED_CARD_ID } from './kyc-links.js';
import { toSampleStatus, type SampleStatus, type SampleStatusName } from './sample-status.js';
import { createSandboxClock, pause, type Pause } from './sandbox-clock.js';
import type { SandboxState } from './sandbox-state.js';
import type { Sandbox } from './sandbox.js';
import { checkOptions, type OptionRule } from './check-options.js';
import { checkSettings, initialSettings, SETTING_RULES, type SandboxSettings } from './settings.js';
import { answerAsSignzy } from './signzy/signzy-handler.js';

/** The initial state of a sandbox. Each setting can be changed later with `configure()`. */
export interface SandboxOptions extends Partial<SandboxSettings> {
  /** EnKash's origin; its documented test host by default. */
  readonly enkashOrigin?: string | undefined;
  /** Origin of the call's page; EnKash's documented Signzy host by default. */
  readonly signzyOrigin?: string | undefined;
  /** The initial customers, by card id; EnKash's documented card, not started, by default. */
  readonly customers?: Readonly<Record<string, SampleStatusName | SampleStatus>> | undefined;
  /** The current time in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
  /** How latency and slow answers wait; in real time by default. */
  readonly pause?: Pause | undefined;
}

const isText = (value: unknown) => typeof value === 'string';
const isFunction = (value: unknown) => typeof value === 'function';

const ORIGIN_RULE: OptionRule = { expected: 'an origin such as http://127.0.0.1:4100', accepts: isText };

/** A rule for each option, but not for the two origins, which `startSandbox()` does not take. */
export const SANDBOX_RULES: Readonly<
  Record<Exclude<keyof SandboxOptions, 'enkashOrigin' | 'signzyOrigin'>, OptionRule>
> = {
  ...SETTING_RULES,
  customers: { expected: 'an object of card ids and statuses', accepts: isObject },
  now: { expected: 'a function', accepts: isFunction },
  pause: { expected: 'a function', accepts: isFunction },
};

/**
 * Creates a simulated EnKash and Signzy: two functions from `Request` to `Response` that share a state in memory. Pass them
 * to MSW with `mswHandlers()`, or serve them on real ports with `startSandbox()`.
 * @throws {TypeError} when an option is unknown, or an origin, a setting or a status is invalid.
 *
 * @example
 * const sandbox = createSandbox({ customers: { EKCONE: 'in-progress' } });
 * sandbox.fault({ route: 'link', answer: 500 });
 * const response = await sandbox.enkash(new Request(sandbox.tokenUrl, { method: 'POST' }));
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  checkOptions(options, { ...SANDBOX_RULES, enkashOrigin: ORIGIN_RULE, signzyOrigin: ORIGIN_RULE });
  const enkashOrigin = toOrigin('enkashOrigin', options.enkashOrigin ?? 'https://pay-en-uat.enkash.in');
  const signzyOrigin = toOrigin('signzyOrigin', options.signzyOrigin ?? DOCUMENTED_SIGNZY_ORIGIN);
  let state = createState(options, signzyOrigin);

  const sandbox: Sandbox = {
    enkashOrigin,
    signzyOrigin,
    tokenUrl: enkashOrigin + ENKASH_PATHS.token,
    statusUrl: enkashOrigin + ENKASH_PATHS.status,
    credentials: SANDBOX_CREDENTIALS,
    enkash: (request) =>
      isControl(request) ? answerControl(sandbox, request) : answerAsEnkash(state, request),
    signzy: (request) => answerAsSignzy(state, request),
    now: () => state.clock.now(),
    shiftClock: (milliseconds) => state.clock.shift(milliseconds),
    setStatus: (enKashCardId, status) => state.customers.set(enKashCardId, toSampleStatus(status)),
    fault: (fault) => {
      checkFault(fault);
      state.faults.add(fault);
    },
    clearFaults: () => state.faults.clear(),
    configure: (changes) => {
      checkSettings(changes);
      state.settings = { ...state.settings, ...changes };
    },
    issueToken: () => state.tokens.issue(),
    revokeTokens: () => state.tokens.revoke(),
    snapshot: () => ({
      now: state.clock.now(),
      customers: state.customers.views(),
      faults: state.faults.list(),
      calls: { ...state.calls },
      settings: state.settings,
    }),
    reset: () => {
      state = createState(options, signzyOrigin);
    },
  };
  return sandbox;
}

function createState(options: SandboxOptions, signzyOrigin: string): SandboxState {
  const clock = createSandboxClock(options.now ?? Date.now);
  const now = () => clock.now();
  const state: SandboxState = {
    clock,
    customers: createCustomers({
      links: createKycLinks(signzyOrigin, now),
      now,
      auditDelayMs: () => state.settings.auditDelayMs,
    }),
    tokens: createAccessTokens(now),
    faults: createFaults(),
    calls: { token: 0, link: 0, status: 0 },
    pause: options.pause ?? pause,
    settings: initialSettings(options),
  };
  const { customers = { [SEED_CARD_ID]: 'not-started' } } = options;
  for (const [enKashCardId, status] of Object.entries(customers))
    state.customers.set(enKashCardId, toSampleStatus(status));
  return state;
}

function toOrigin(name: string, value: string): string {
  if (URL.canParse(value) && new URL(value).origin !== 'null') return new URL(value).origin;
  throw new TypeError(`${name} is an origin such as http://127.0.0.1:4100; received something else.`);
}
