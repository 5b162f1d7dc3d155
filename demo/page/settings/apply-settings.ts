import type { EnkashVkycButton } from '../../../src/define.js';
import { findElement } from '../find-element.js';
import { loadLanguage } from '../load-language.js';
import { lookCss } from './look-css.js';
import { messagesOf } from './messages.js';
import { SETTING_NAMES, SETTINGS } from './setting-table.js';
import type { SettingsStore } from './settings-store.js';
import { ofKind, valueOf, type Settings } from './settings.js';

const ATTRIBUTES = SETTING_NAMES.filter((name) => SETTINGS[name].kind === 'attribute');

/** Applies the settings to the button and its surroundings, now and after each change. */
export function startApplyingSettings(button: EnkashVkycButton, store: SettingsStore): void {
  const look = new CSSStyleSheet();
  document.adoptedStyleSheets.push(look);
  let css: string | null = null;
  let messages = '';
  store.subscribe((settings) => {
    applyAttributes(button, settings);
    const nextCss = lookCss(settings);
    if (nextCss !== css) look.replaceSync((css = nextCss));
    const chosen = messagesOf(settings);
    if (JSON.stringify(chosen) !== messages) {
      messages = JSON.stringify(chosen);
      button.messages = chosen ?? undefined;
    }
    void loadLanguage(valueOf(settings, 'lang'));
    // the page of the wallet follows the button's theme
    findElement('#wallet', HTMLElement).dataset['theme'] = valueOf(settings, 'theme');
    findElement('#stage', HTMLElement).dataset['frame'] = valueOf(settings, 'frame');
  });
}

function applyAttributes(button: EnkashVkycButton, settings: Settings): void {
  const chosen = ofKind(settings, 'attribute');
  for (const name of ATTRIBUTES) {
    const value = chosen.get(name);
    if (value === undefined) button.removeAttribute(name);
    else button.setAttribute(name, value === 'true' ? '' : value);
  }
}
