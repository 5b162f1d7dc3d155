import type { SettingsStore } from './settings-store.js';
import { toSearch } from './settings.js';

/** Browsers refuse to change the URL at every move of a colour picker. */
const SETTLE_MS = 150;

/** Keeps the settings in the URL, without new entries in the history. */
export function startSettingsUrl(store: SettingsStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => {
    clearTimeout(timer);
    const url = location.pathname + toSearch(store.get()) + location.hash;
    if (url !== location.pathname + location.search + location.hash)
      history.replaceState(history.state, '', url);
  };
  let isFirst = true;
  store.subscribe(() => {
    clearTimeout(timer);
    if (isFirst) write();
    else timer = setTimeout(write, SETTLE_MS);
    isFirst = false;
  });
  addEventListener('pagehide', write);
}

/** The URL that opens the page with these settings. */
export const sharedUrl = (store: SettingsStore): string =>
  new URL(location.pathname + toSearch(store.get()), location.href).href;
