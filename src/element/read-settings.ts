import { parseSchedule, type ScheduleSettings } from '../hours/schedule.js';
import { MODES, type Mode } from '../launch/call-mode.js';
import { parseLinkHosts, type LinkHosts } from '../link/check-link.js';

const CREDENTIALS: readonly RequestCredentials[] = ['same-origin', 'include', 'omit'];
const THEMES = ['auto', 'light', 'dark'];
const told = new Set<string>();

/** Reads `mode`; an unknown one counts as `auto`, with a warning. */
export function readMode(value: unknown): Mode {
  return oneOf('mode', value, MODES, 'auto');
}

/** Reads `credentials`; an unknown value counts as `same-origin`, with a warning. */
export function readCredentials(value: unknown): RequestCredentials {
  return oneOf('credentials', value, CREDENTIALS, 'same-origin');
}

/** Reads `allowed-link-hosts`; entries that cannot be hosts are left out, with a warning. */
export function readLinkHosts(value: unknown): LinkHosts {
  const { hosts, faults } = parseLinkHosts(typeof value === 'string' ? value : null);
  for (const entry of faults)
    misread(
      'allowedLinkHosts',
      entry,
      'hosts such as *.example.com, without scheme, port or path, none as wide as *.com',
    );
  return hosts;
}

/** Reads `frame-origins`; what is no exact origin is left out, with a warning. */
export function readFrameOrigins(value: unknown): readonly string[] {
  const texts = typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : [];
  return texts.filter((text) => {
    const exact = URL.canParse(text) && new URL(text).origin === text;
    if (!exact) misread('frameOrigins', text, 'exact origins, such as https://video.example');
    return exact;
  });
}

/** Warns of the parts of a schedule that cannot be read; they count as their defaults. */
export function warnOfSchedule(settings: ScheduleSettings): void {
  for (const { setting, value, expected } of parseSchedule(settings).faults)
    misread(setting, value, expected);
}

/** Warns of a theme that does not exist; it counts as `auto`. */
export function warnOfTheme(value: unknown): void {
  oneOf('theme', value, THEMES, 'auto');
}

function oneOf<T extends string>(setting: string, value: unknown, allowed: readonly T[], fallback: T): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined && value !== null && value !== undefined && value !== '')
    misread(setting, typeof value === 'string' ? value : typeof value, allowed.join(', '));
  return found ?? fallback;
}

function misread(setting: string, value: string, expected: string): void {
  const attribute = setting.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  warn(`${attribute}: expected ${expected}; received "${value.slice(0, 80)}", which is passed over.`);
}

/** Says a sentence to the developer, once for the page. */
export function warn(sentence: string): void {
  if (told.has(sentence)) return;
  told.add(sentence);
  console.warn(`<enkash-vkyc-button>: ${sentence}`);
}
