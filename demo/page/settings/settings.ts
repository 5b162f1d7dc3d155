import { SETTING_NAMES, SETTINGS, type SettingKind, type SettingName } from './setting-table.js';

/** The chosen values, by the names of their settings; a setting that is not there has its initial value. */
export type Settings = ReadonlyMap<SettingName, string>;

/** The value of a setting. */
export const valueOf = (settings: Settings, name: SettingName): string =>
  settings.get(name) ?? SETTINGS[name].initial;

/** Settings with one more choice. A value that the setting does not accept takes the choice back. */
export function withValue(settings: Settings, name: SettingName, value: string): Settings {
  const changed = new Map(settings);
  changed.delete(name);
  if (isChoice(name, value)) changed.set(name, value);
  return inOrder(changed);
}

/** The choices of one kind, in the order of the table. */
export const ofKind = (settings: Settings, kind: SettingKind): Settings =>
  new Map([...settings].filter(([name]) => SETTINGS[name].kind === kind));

/** The settings of a page's URL: invalid values and unknown names are ignored. */
export function fromSearch(search: string): Settings {
  const parameters = new URLSearchParams(search);
  return new Map(
    SETTING_NAMES.flatMap((name) => {
      const value = parameters.get(name);
      return value !== null && isChoice(name, value) ? [[name, value] as const] : [];
    }),
  );
}

/** The part of the URL that holds the settings: empty, or `?` and the parameters. */
export function toSearch(settings: Settings): string {
  const text = new URLSearchParams([...inOrder(settings)]).toString();
  return text === '' ? '' : `?${text}`;
}

const isChoice = (name: SettingName, value: string): boolean =>
  value !== SETTINGS[name].initial && SETTINGS[name].accepts(value);

const inOrder = (settings: Settings): Settings =>
  new Map(
    SETTING_NAMES.flatMap((name) => {
      const value = settings.get(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
