import { parseSchedule, type ScheduleSettings } from '../../../src/hours/schedule.js';

/** What a setting of the page changes. */
export type SettingKind =
  /** An attribute of the tag. */
  | 'attribute'
  /** A custom property of the tag: `accent` is `--vkyc-accent`. */
  | 'token'
  /** A text of the property `messages`, named by its path in it. */
  | 'text'
  /** Only how this page shows the button. */
  | 'view';

/** One setting that a developer can change, share by the URL and reset. */
export interface Setting {
  readonly kind: SettingKind;
  /** Its value without a choice; it then stands neither in the URL nor in the snippets. */
  readonly initial: string;
  /** Whether a value, from a URL that anybody may have written, can be applied. */
  readonly accepts: (value: string) => boolean;
}

const choice = (kind: SettingKind, ...values: readonly [string, ...string[]]): Setting => ({
  kind,
  initial: values[0],
  accepts: (value) => values.includes(value),
});
const flag: Setting = choice('attribute', '', 'true');
const hours = (name: keyof ScheduleSettings): Setting => ({
  kind: 'attribute',
  initial: '',
  accepts: (value) =>
    /^[\w\s:,-]{1,300}$/.test(value) && parseSchedule({ [name]: value }).faults.length === 0,
});
const colour: Setting = { kind: 'token', initial: '', accepts: (value) => /^#[0-9a-f]{6}$/.test(value) };
const size = (least: number, most: number): Setting => ({
  kind: 'token',
  initial: '',
  accepts: (value) => {
    const [, pixels = NaN] = /^(\d{1,3})px$/.exec(value)?.map(Number) ?? [];
    return pixels >= least && pixels <= most;
  },
});
const text: Setting = {
  kind: 'text',
  initial: '',
  accepts: (value) => /^[^\p{Cc}\p{Bidi_C}]{1,160}$/u.test(value),
};

/** Every setting of the page by its name, which is that of its URL parameter and of its field. */
export const SETTINGS = {
  mode: choice('attribute', 'auto', 'popup', 'iframe', 'redirect', 'host'),
  theme: choice('attribute', 'auto', 'light', 'dark'),
  lang: choice('attribute', 'en', 'hi', 'bn', 'gu', 'kn', 'ml', 'mr', 'pa', 'ta', 'te', 'or', 'as', 'ur'),
  handoff: flag,
  compact: flag,
  disabled: flag,
  'working-hours': hours('workingHours'),
  'working-days': choice('attribute', '', 'mon-fri', 'mon-sat', 'mon-sun', 'mon-fri sat1 sat3 sat5'),
  holidays: hours('holidays'),
  'last-entry': choice('attribute', '', '15', '30', '60'),
  brand: choice('view', 'wallet', 'none', 'light-accent', 'government', 'outline'),
  accent: colour,
  'accent-contrast': colour,
  link: colour,
  text: colour,
  muted: colour,
  surface: colour,
  'dialog-surface': colour,
  focus: colour,
  info: colour,
  success: colour,
  warning: colour,
  danger: colour,
  radius: size(0, 40),
  height: size(44, 80),
  gap: size(4, 24),
  font: choice('token', '', 'Georgia, serif', 'ui-monospace, monospace', 'Arial, sans-serif'),
  'actions.start': text,
  'hints.intro-window': text,
  'estimates.duration': text,
  'closed.weekend': text,
  frame: choice('view', 'card', 'phone'),
  page: choice('view', 'html', 'react', 'vue', 'next', 'angular', 'svelte'),
  backend: choice('view', 'node', 'python', 'php', 'java', 'go'),
} as const satisfies Readonly<Record<string, Setting>>;

/** The name of a setting. */
export type SettingName = keyof typeof SETTINGS;

/** The names of all settings, in the order of the table. */
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[];

/** Whether a text is the name of a setting. */
export const isSettingName = (name: string): name is SettingName => Object.hasOwn(SETTINGS, name);
