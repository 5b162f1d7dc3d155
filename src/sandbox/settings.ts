import { parseSchedule, type ScheduleSettings } from '../hours/schedule.js';
import { isObject } from '../protocol/json-object.js';
import { checkOptions, type OptionRule } from './check-options.js';

/** The settings of a sandbox, which can be changed while it runs. */
export interface SandboxSettings {
  /** Milliseconds added to every EnKash answer. */
  readonly latencyMs: number;
  /** Milliseconds between the agent's sentence and the customer's next button; also the time to wait for an agent. */
  readonly paceMs: number;
  /** Milliseconds of the sandbox clock from the agent's approval to `verified`; null leaves the customer under review. */
  readonly auditDelayMs: number | null;
  /** Headers of every page of the call, such as `Cross-Origin-Opener-Policy` or `X-Frame-Options`. */
  readonly pageHeaders: Readonly<Record<string, string>>;
  /** When links are minted; outside these hours the link call answers 422. Null: at any time. */
  readonly hours: ScheduleSettings | null;
}

/**
 * The initial settings: a call at a natural pace, an audit of ten seconds, and no opening hours.
 * @throws {TypeError} as {@link checkSettings} does.
 */
export function initialSettings({
  latencyMs = 0,
  paceMs = 1_200,
  auditDelayMs = 10_000,
  pageHeaders = {},
  hours = null,
}: Partial<SandboxSettings>): SandboxSettings {
  const settings = { latencyMs, paceMs, auditDelayMs, pageHeaders, hours };
  checkSettings(settings);
  return settings;
}

/** A longer delay would fire at once: timers take 31 bits. */
const MAX_DELAY_MS = 2_147_483_647;

const isDelay = (value: unknown) => typeof value === 'number' && value >= 0 && value <= MAX_DELAY_MS;

/** A name of RFC 9110; and a text in one line of ASCII, since a page would break its connection with any other. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
const HEADER_TEXT = /^[\x20-\x7e]*$/;

/** Headers that the server sets itself. */
const OWN_HEADERS =
  /^(?:connection|content-encoding|content-length|keep-alive|te|trailer|transfer-encoding|upgrade)$/i;

const isPageHeader = ([name, text]: readonly [string, unknown]) =>
  HEADER_NAME.test(name) && !OWN_HEADERS.test(name) && typeof text === 'string' && HEADER_TEXT.test(text);

const SCHEDULE_SETTINGS = ['workingHours', 'workingDays', 'holidays', 'lastEntry'];

const isSchedule = (value: ScheduleSettings) =>
  Object.keys(value).every((name) => SCHEDULE_SETTINGS.includes(name)) &&
  parseSchedule(value).faults.length === 0;

/** A rule for each setting. */
export const SETTING_RULES: Readonly<Record<keyof SandboxSettings, OptionRule>> = {
  latencyMs: { expected: 'milliseconds, 0 or more', accepts: isDelay },
  paceMs: { expected: 'milliseconds, 0 or more', accepts: isDelay },
  auditDelayMs: {
    expected: 'milliseconds, 0 or more, or null',
    accepts: (value) => value === null || isDelay(value),
  },
  pageHeaders: {
    expected:
      'an object of header names and texts, as HTTP allows them, without those about the body and the connection',
    accepts: (value) => isObject(value) && Object.entries(value).every(isPageHeader),
  },
  hours: {
    expected:
      'null or { workingHours, workingDays, holidays, lastEntry }, each as in the attributes of the element',
    accepts: (value) => value === null || (isObject(value) && isSchedule(value)),
  },
};

/**
 * Checks changes of the settings before they are made.
 * @throws {TypeError} naming the first setting that is unknown or has an invalid value.
 */
export function checkSettings(changes: unknown): asserts changes is Partial<SandboxSettings> {
  checkOptions(changes, SETTING_RULES);
}
