import {
  DEFAULT_HOURS_AND_DAYS,
  parseSchedule,
  type Schedule,
  type ScheduleSettings,
} from '../../hours/schedule.js';
import { isObject } from '../../protocol/json-object.js';
import { PHASES, type StatusPhases } from '../../status/phase.js';
import { Secret } from '../crypto/secret.js';
import type { BackendEvent } from '../events.js';
import { platformFetch } from '../http/fetch-upstream.js';
import type { Store } from '../stores/store.js';
import { parseAccessOptions, type AccessSettings } from './access-options.js';
import type { VkycBackendOptions } from './backend-options.js';
import { isText, isWholeNumber, requireOption, requireOptions } from './checks.js';
import { parseEnkashOptions, type EnkashSettings } from './enkash-options.js';
import { numberFrom, textFrom } from './from-environment.js';

/** The checked options with their defaults. */
export interface BackendSettings extends EnkashSettings, AccessSettings {
  readonly secrets: readonly [Secret, ...Secret[]];
  readonly statusPhases: StatusPhases;
  readonly basePath: string;
  readonly sessionTtlMs: number;
  readonly store: Store | null;
  readonly schedule: Schedule;
  /** The schedule as the element reads it. */
  readonly scheduleSettings: ScheduleSettings;
  readonly onEvent: ((event: BackendEvent) => unknown) | undefined;
  readonly now: () => number;
  readonly fetch: typeof globalThis.fetch;
}

const OPTIONS = [
  'enkash',
  'secret',
  'basePath',
  'sessionTtlSeconds',
  'store',
  'schedule',
  'allowedLinkHosts',
  'allowedOrigins',
  'rateLimit',
  'statusPhases',
  'onEvent',
  'now',
  'fetch',
] as const satisfies readonly (keyof VkycBackendOptions)[];

const SCHEDULE_OPTIONS = ['workingHours', 'workingDays', 'holidays', 'lastEntry'];

const MAX_SECRETS = 8;

/** Random text has at least this many different characters. */
const MIN_DIFFERENT_CHARACTERS = 8;

const STORE_METHODS = ['get', 'compareAndSet', 'increment'] as const;

/**
 * Checks the options at start-up, so that a mistake is found before the first customer comes.
 * @throws TypeError that names the option and what was expected, and contains no value; also for an unknown option
 */
export function parseOptions(options: VkycBackendOptions): BackendSettings {
  requireOptions(options, '', OPTIONS);
  const { secret, store, statusPhases = {}, onEvent, now = Date.now, fetch = platformFetch } = options;
  const basePath = textFrom(options.basePath, '/vkyc/session');
  const sessionTtlSeconds = numberFrom(options.sessionTtlSeconds, 900);
  requireOption(
    // A URL never has a segment of one or two dots.
    typeof basePath === 'string' && /^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/.test(basePath),
    'basePath',
    'a path such as "/vkyc/session", without a slash at its end',
    basePath,
  );
  requireOption(
    isWholeNumber(sessionTtlSeconds, 1, 86_400),
    'sessionTtlSeconds',
    'a whole number of seconds from 1 to 86400',
    sessionTtlSeconds,
  );
  for (const [option, value] of Object.entries({ onEvent, now, fetch }))
    requireOption(value === undefined || typeof value === 'function', option, 'a function', value);
  requireOption(
    store === undefined ||
      (isObject(store) && STORE_METHODS.every((method) => typeof store[method] === 'function')),
    'store',
    'an object with the methods get, compareAndSet and increment',
    store,
  );
  requireOption(
    isObject(statusPhases) && Object.values(statusPhases).every((phase) => PHASES.includes(phase)),
    'statusPhases',
    `an object of EnKash's names and phases such as "${PHASES.join('", "')}"`,
    statusPhases,
  );
  return {
    ...parseEnkashOptions(options.enkash),
    ...parseAccessOptions(options),
    ...parseScheduleOption(options.schedule),
    secrets: parseSecrets(secret),
    statusPhases,
    basePath,
    sessionTtlMs: sessionTtlSeconds * 1000,
    store: store ?? null,
    onEvent,
    now,
    fetch,
  };
}

function parseSecrets(secret: VkycBackendOptions['secret']): readonly [Secret, ...Secret[]] {
  const expected =
    'at least 32 random characters, for example from "openssl rand -base64 32", or a list of such';
  const texts: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  requireOption(texts.length <= MAX_SECRETS, 'secret', `a list of ${MAX_SECRETS} at most`, secret);
  const [first, ...others] = texts.map((text) => {
    requireOption(isText(text) && isRandom(text), 'secret', expected, text);
    return new Secret(text);
  });
  requireOption(first !== undefined, 'secret', expected, secret);
  return [first, ...others];
}

/** Whether a text may be random: long enough, of many characters, and not a short word that is repeated. */
function isRandom(text: string): boolean {
  const isRepeated = (text + text).indexOf(text, 1) <= MIN_DIFFERENT_CHARACTERS;
  return text.length >= 32 && new Set(text).size >= MIN_DIFFERENT_CHARACTERS && !isRepeated;
}

function parseScheduleOption(settings: ScheduleSettings = {}) {
  requireOptions(settings, 'schedule', SCHEDULE_OPTIONS);
  const { schedule, faults } = parseSchedule(settings);
  for (const { setting, expected } of faults)
    requireOption(false, `schedule.${setting}`, expected, settings[setting]);
  const { workingHours, workingDays } = DEFAULT_HOURS_AND_DAYS;
  const { holidays = [], lastEntry = '0' } = settings;
  const dates = typeof holidays === 'string' ? holidays.split(/[\s,]+/).filter(Boolean) : [...holidays];
  return {
    schedule,
    scheduleSettings: {
      workingHours: settings.workingHours ?? workingHours,
      workingDays: settings.workingDays ?? workingDays,
      holidays: dates,
      lastEntry: String(lastEntry),
    },
  };
}
