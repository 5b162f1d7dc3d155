import { MODES, type Mode } from '../launch/call-mode.js';
import { parseLinkHosts, type LinkHosts } from '../link/check-link.js';
import { parseUrl } from '../protocol/parse-url.js';
import { endpointText } from '../session/endpoint-text.js';
import { PHASES, type Phase, type StatusPhases } from '../status/phase.js';
import { isGroup, memberNames, readMember, type Group } from './read-value.js';
import { warnAboutSetting } from './warn-about-settings.js';

const CREDENTIALS: readonly RequestCredentials[] = ['same-origin', 'include', 'omit'];
const THEMES = ['auto', 'light', 'dark'] as const;

/** Reads `sessionEndpoint`; any value except text or a `URL` counts as not set, with a warning that does not quote it. */
export function readEndpoint(value: unknown): string | null {
  const endpoint = endpointText(value);
  if (endpoint === null && value !== null && value !== undefined)
    warnAboutSetting('sessionEndpoint', typeof value, 'a path, such as /vkyc/session/…, or a URL');
  return endpoint;
}

/** Reads a setting that is a function; anything else counts as not set, with a warning. */
export function readFunction(setting: string, value: unknown): unknown {
  if (typeof value === 'function') return value;
  if (value !== null && value !== undefined) warnAboutSetting(setting, typeof value, 'a function');
  return undefined;
}

/** Reads `statusPhases`; an entry that is not a phase is ignored, with a warning. */
export function readStatusPhases(value: unknown): StatusPhases | undefined {
  const group = readGroup('statusPhases', value);
  const names = group && memberNames(group);
  if (!names) return undefined;
  const entries = names.map((name) => {
    const given = readMember(group, name);
    return [name, PHASES.find((phase) => phase === given)] as const;
  });
  const invalid = entries.find(([, phase]) => !phase);
  if (invalid) warnAboutSetting('statusPhases', invalid[0], `a phase for each name: ${PHASES.join(', ')}`);
  return Object.fromEntries(entries.filter((entry): entry is [string, Phase] => entry[1] !== undefined));
}

/** Reads a setting that is an object; anything else counts as not set, with a warning. */
export function readGroup(setting: string, value: unknown): Group | undefined {
  if (value === null || value === undefined) return undefined;
  if (isGroup(value) && memberNames(value)) return value;
  warnAboutSetting(setting, typeof value, 'an object');
  return undefined;
}

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
  const { hosts, faults } = parseLinkHosts(textOf(value));
  for (const entry of faults) warnAboutSetting('allowedLinkHosts', entry, 'hosts such as *.example.com');
  return hosts;
}

/** Reads `frame-origins`; entries that are not exact origins are ignored, with a warning. */
export function readFrameOrigins(value: unknown): readonly string[] {
  const entries = textOf(value)
    .split(/[\s,]+/)
    .filter(Boolean);
  return entries.filter((entry) => {
    const isOrigin = parseUrl(entry)?.origin === entry;
    if (!isOrigin) warnAboutSetting('frameOrigins', entry, 'origins such as https://a.example.com');
    return isOrigin;
  });
}

/** Numbers are text too: `readText` passes them on. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The allowed value, or undefined: silently if the setting is not set, else with a warning. */
function oneOf<T extends string>(setting: string, value: unknown, allowed: readonly T[]): T | undefined {
  const found = allowed.find((one) => one === value);
  if (found === undefined && value !== null && value !== undefined && value !== '')
    warnAboutSetting(setting, typeof value === 'string' ? value : typeof value, allowed.join(', '));
  return found;
}
