import type { EnkashVkycButton } from '../../../src/define.js';
import { copyText } from '../copy-text.js';
import { setSchedule } from '../demo-servers.js';
import { findElement } from '../find-element.js';
import { toIstField } from '../presets.js';
import { startApplyingSettings } from './apply-settings.js';
import { startFields } from './fields.js';
import { scheduleOf } from './schedule-of.js';
import type { SettingsStore } from './settings-store.js';
import { sharedUrl, startSettingsUrl } from './settings-url.js';
import { ofKind, valueOf } from './settings.js';
import { addTokenRows } from './token-rows.js';

/** What the panel of the settings needs of the page. */
export interface SettingsPanelOptions {
  readonly button: EnkashVkycButton;
  readonly store: SettingsStore;
  /** The demo's time in milliseconds since 1970. */
  readonly now: () => number;
}

/** Lets the developer change, share and reset the settings. */
export function startSettingsPanel({ button, store, now }: SettingsPanelOptions): void {
  addTokenRows();
  startApplyingSettings(button, store);
  startFields(store);
  startSettingsUrl(store);
  keepBrandsPure(store);

  const share = findElement('#share', HTMLButtonElement);
  share.addEventListener('click', () => void copyText(sharedUrl(store), share));
  findElement('#reset', HTMLButtonElement).addEventListener('click', () => store.replace(new Map()));
  findElement('#holiday-today', HTMLButtonElement).addEventListener('click', () => {
    const dates = new Set(
      valueOf(store.get(), 'holidays')
        .split(/[\s,]+/)
        .filter(Boolean),
    );
    dates.add(toIstField(now()).slice(0, 10));
    store.set('holidays', [...dates].join(' '));
  });
}

/** Sends the chosen opening hours to the demo's backend, whose hours outrank those of the tag: now, and after each change. */
export async function startSchedule({ button, store }: SettingsPanelOptions): Promise<void> {
  let sent = JSON.stringify(scheduleOf(store.get()));
  await setSchedule(scheduleOf(store.get()));
  store.subscribe((settings) => {
    const schedule = scheduleOf(settings);
    if (JSON.stringify(schedule) === sent) return;
    sent = JSON.stringify(schedule);
    void setSchedule(schedule).then(() => button.refresh());
  });
}

/** Another brand starts without the colours and sizes that were chosen over the last one. */
function keepBrandsPure(store: SettingsStore): void {
  let brand = valueOf(store.get(), 'brand');
  store.subscribe((settings) => {
    const next = valueOf(settings, 'brand');
    if (next === brand) return;
    brand = next;
    const chosen = ofKind(settings, 'token');
    if (chosen.size > 0) store.replace(new Map([...settings].filter(([name]) => !chosen.has(name))));
  });
}
