import type { ScheduleSettings } from '../hours/schedule.js';

/** What can be turned while the sandbox runs. */
export interface SandboxSettings {
  /** Milliseconds added to every EnKash answer. */
  readonly latencyMs: number;
  /** Milliseconds between the agent's words and the customer's next button; also the wait for an agent. */
  readonly paceMs: number;
  /** Milliseconds of the sandbox clock from the agent's approval to `verified`; null leaves the customer under review. */
  readonly auditDelayMs: number | null;
  /** Headers put on every page of the call, such as `Cross-Origin-Opener-Policy` or `X-Frame-Options`. */
  readonly pageHeaders: Readonly<Record<string, string>>;
  /** When links are given out; outside these hours the link call answers 422. Null: at any time. */
  readonly hours: ScheduleSettings | null;
}

/**
 * The settings a sandbox begins with: a call that feels alive, an audit soon enough to watch, and no closed doors.
 * @throws {TypeError} as {@link checkSettings} does.
 */
export function startingSettings({
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

const isDelay = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < Infinity;
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const RULES: Readonly<Record<keyof SandboxSettings, { expected: string; accepts(value: unknown): boolean }>> =
  {
    latencyMs: { expected: 'milliseconds, 0 or more', accepts: isDelay },
    paceMs: { expected: 'milliseconds, 0 or more', accepts: isDelay },
    auditDelayMs: {
      expected: 'milliseconds, 0 or more, or null',
      accepts: (value) => value === null || isDelay(value),
    },
    pageHeaders: {
      expected: 'an object of header names and texts',
      accepts: (value) => isRecord(value) && Object.values(value).every((text) => typeof text === 'string'),
    },
    hours: {
      expected: 'null or { workingHours, workingDays, holidays, lastEntry }',
      accepts: (value) => value === null || isRecord(value),
    },
  };

const isSettingName = (name: string): name is keyof SandboxSettings => Object.hasOwn(RULES, name);

/**
 * Checks changes to the settings before they are made.
 * @throws {TypeError} naming the first setting that is unknown or has an unusable value.
 */
export function checkSettings(changes: unknown): asserts changes is Partial<SandboxSettings> {
  if (!isRecord(changes)) throw new TypeError(`Settings are an object; received ${typeof changes}.`);
  for (const [name, value] of Object.entries(changes)) {
    if (!isSettingName(name)) {
      throw new TypeError(
        `There is no such sandbox setting; the settings are ${Object.keys(RULES).join(', ')}.`,
      );
    }
    if (!RULES[name].accepts(value)) {
      throw new TypeError(
        `The sandbox setting ${name} is ${RULES[name].expected}; received ${typeof value}.`,
      );
    }
  }
}
