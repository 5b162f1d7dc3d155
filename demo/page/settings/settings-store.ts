import type { SettingName } from './setting-table.js';
import { withValue, type Settings } from './settings.js';

/** The page's settings, and who follows them. */
export interface SettingsStore {
  get(): Settings;
  /** Chooses a value; one that the setting does not accept takes the choice back. */
  set(name: SettingName, value: string): void;
  /** Replaces all choices. */
  replace(settings: Settings): void;
  /** Calls a listener now, and after each change. */
  subscribe(listener: (settings: Settings) => void): void;
}

/** Creates the store of the page's settings. */
export function createSettingsStore(initial: Settings): SettingsStore {
  const listeners = new Set<(settings: Settings) => void>();
  let settings = initial;
  const replace = (next: Settings) => {
    settings = next;
    for (const listener of listeners) listener(settings);
  };
  return {
    get: () => settings,
    set: (name, value) => replace(withValue(settings, name, value)),
    replace,
    subscribe(listener) {
      listeners.add(listener);
      listener(settings);
    },
  };
}
