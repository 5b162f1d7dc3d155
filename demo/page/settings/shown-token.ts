import { tokensOf } from './look-css.js';
import type { SettingName } from './setting-table.js';
import type { Settings } from './settings.js';

/** The button's own values in its light theme, as fields show them. */
const OWN: Readonly<Partial<Record<SettingName, string>>> = {
  accent: '#1746c0',
  'accent-contrast': '#ffffff',
  link: '#1746c0',
  text: '#1c2333',
  muted: '#434c5f',
  surface: '#eef1f7',
  'dialog-surface': '#ffffff',
  focus: '#1746c0',
  info: '#17429f',
  success: '#0e5528',
  warning: '#6b4200',
  danger: '#8f1c18',
  radius: '12px',
  height: '52px',
  gap: '10px',
};

const REM_PX = 16;

/** What a colour field or a slider shows for a custom property: a colour in six digits, or a number of pixels. */
export function shownToken(settings: Settings, name: SettingName): string {
  const value = tokensOf(settings)[name] ?? OWN[name] ?? '';
  const colour = /#[0-9a-f]{6}/.exec(value)?.[0];
  if (colour !== undefined) return colour;
  if (/^#[0-9a-f]{3}$/.test(value)) return value.replace(/[0-9a-f]/g, '$&$&');
  const [, number = '0', unit = ''] = /^([\d.]+)(px|rem)?$/.exec(value) ?? [];
  return String(Number(number) * (unit === 'rem' ? REM_PX : 1));
}
