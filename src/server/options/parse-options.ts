import { parseSchedule, type Schedule, type ScheduleSettings } from '../../hours/schedule.js';
import { isObject } from '../../protocol/json-object.js';
import { Secret } from '../crypto/secret.js';
import type { BackendEvent } from '../events.js';
import { platformFetch } from '../http/fetch-upstream.js';
import type { Store } from '../stores/store.js';
import { parseAccessOptions, type AccessSettings } from './access-options.js';
import type { VkycBackendOptions } from './backend-options.js';
import { isText, isWholeNumber, requireOption } from './checks.js';
import { parseEnkashOptions, type EnkashSettings } from './enkash-options.js';

/** The checked options with their defaults. */
export interface BackendSettings extends EnkashSettings, AccessSettings {
  readonly secret: Secret;
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

const STORE_METHODS = ['get', 'compareAndSet', 'increment'] as const;

/**
 * Checks the options at start-up, so that a mistake is found before the first customer comes.
 * @throws TypeError that names the option and what was expected, and contains no value
 */
export function parseOptions(options: VkycBackendOptions): BackendSettings {
  requireOption(isObject(options), 'options', 'an object', options);
  const {
    secret,
    basePath = '/vkyc/session',
    sessionTtlSeconds = 900,
    store,
    onEvent,
    now = Date.now,
    fetch = platformFetch,
  } = options;
  requireOption(
    isText(secret) && secret.length >= 32,
    'secret',
    'at least 32 random characters, for example from "openssl rand -base64 32"',
    secret,
  );
  requireOption(
    /^(\/[A-Za-z0-9._~-]+)+$/.test(basePath),
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
    store === undefined || STORE_METHODS.every((method) => typeof store[method] === 'function'),
    'store',
    'an object with the methods get, compareAndSet and increment',
    store,
  );
  return {
    ...parseEnkashOptions(options.enkash),
    ...parseAccessOptions(options),
    ...parseScheduleOption(options.schedule ?? {}),
    secret: new Secret(secret),
    basePath,
    sessionTtlMs: sessionTtlSeconds * 1000,
    store: store ?? null,
    onEvent,
    now,
    fetch,
  };
}

function parseScheduleOption(settings: ScheduleSettings) {
  const { schedule, faults } = parseSchedule(settings);
  for (const { setting, expected } of faults)
    requireOption(false, `schedule.${setting}`, expected, settings[setting]);
  const { workingHours = '10:00-18:00', workingDays = 'mon-fri', holidays = [], lastEntry = '0' } = settings;
  const dates = typeof holidays === 'string' ? holidays.split(/[\s,]+/).filter(Boolean) : [...holidays];
  return {
    schedule,
    scheduleSettings: { workingHours, workingDays, holidays: dates, lastEntry: String(lastEntry) },
  };
}
