import { MODES, type Mode } from '../launch/call-mode.js';
import { parseLinkHosts, type LinkHosts } from '../link/check-link.js';
import { warnAboutSetting } from './warn.js';

const CREDENTIALS: readonly RequestCredentials[] = ['same-origin', 'include', 'omit'];
const THEMES = ['auto', 'light', 'dark'] as const;

/** Reads `mode`; an unknown value falls back to `auto`, with a warning. */
export function readMode(value: unknown): Mode {
  return oneOf('mode', value, MODES) ?? 'auto';
}

/** Reads `credentials`; an unknown value falls back to `same-origin`, with a warning. */
export function readCredentials(value: unknown): RequestCredentials {
  return oneOf('credentials', value, CREDENTIALS) ?? 'same-origin';
}

/** Reads `theme`; an unknown value falls back to `auto`, with a warning. */
export function readTheme(value: unknown): (typeof THEMES)[number] {
  return oneOf('theme', value, THEMES) ?? 'auto';
}

/** Reads `allowed-link-hosts`; invalid hosts are ignored, with a warning. */
export function readLinkHosts(value: unknown): LinkHosts {
  const { hosts, faults } = parseLinkHosts(typeof value === 'string' ? value : null);
  for (const entry of faults) warnAboutSetting('allowedLinkHosts', entry, 'hosts such as *.example.com');
  return hosts;
}

/** Reads `frame-origins`; entries that are not exact origins are ignored, with a warning. */
export function readFrameOrigins(value: unknown): readonly string[] {
  const entries = typeof value === 'string' ? value.split(/[\s,]+/).filter(Boolean) : [];
  return entries.filter((entry) => {
    const isOrigin = URL.canParse(entry) && new URL(entry).origin === entry;
    if (!isOrigin) warnAboutSetting('frameOrigins', entry, 'origins such as https://a.example.com');
    return isOrigin;
  });
}

/** The allowed value, or undefined: silently if the setting is not set, else with a warning. */
function oneOf<T extends string>(setting: string, value: unknown, allowed: readonly T[]): T | undefined {
  const found = allowed.find((one) => one === value);
  if (found === undefined && value !== null && value !== undefined && value !== '')
    warnAboutSetting(setting, typeof value === 'string' ? value : typeof value, allowed.join(', '));
  return found;
}
