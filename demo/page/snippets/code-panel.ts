import { findElement } from '../find-element.js';
import { scheduleOf } from '../settings/schedule-of.js';
import type { SettingsStore } from '../settings/settings-store.js';
import { valueOf, type Settings } from '../settings/settings.js';
import { createTabs } from '../tabs.js';
import { backendEnvironment } from './backend-environment.js';
import { BACKENDS, loadBackend } from './backend-files.js';
import { showFiles } from './code-view.js';
import { docOf, PAGE_SNIPPETS } from './page-snippets.js';
import { tagSettings } from './tag-settings.js';

/** Shows the code of the page and of the backend as tabs, which follow the settings. */
export function startCodePanel(store: SettingsStore): void {
  const pages = createTabs({
    root: findElement('#page-code', HTMLElement),
    label: 'Code of the page',
    tabs: PAGE_SNIPPETS,
    onSelect: (id) => store.set('page', id),
  });
  const backends = createTabs({
    root: findElement('#backend-code', HTMLElement),
    label: 'Code of the backend',
    tabs: BACKENDS,
    onSelect: (id) => store.set('backend', id),
  });

  const showPage = (settings: Settings): void => {
    const snippet = PAGE_SNIPPETS.find(({ id }) => id === valueOf(settings, 'page'));
    if (!snippet) return;
    pages.select(snippet.id);
    const files = snippet.write(tagSettings(settings));
    showFiles(pages.panel, files, files.length);
    findElement('#page-doc', HTMLAnchorElement).href = docOf(snippet);
  };

  const showBackend = async (settings: Settings): Promise<void> => {
    const backend = BACKENDS.find(({ id }) => id === valueOf(settings, 'backend'));
    if (!backend) return;
    backends.select(backend.id);
    const { panel } = backends;
    const files = await loadBackend(backend);
    const environment = backendEnvironment(backend.id, scheduleOf(settings));
    showFiles(panel, environment ? [environment, ...files] : files, environment ? 2 : 1);
  };

  // a choice that changes no code must not close what a reader has opened
  const onChange = (parts: (settings: Settings) => string, show: (settings: Settings) => void) => {
    let last: string | null = null;
    store.subscribe((settings) => {
      const now = parts(settings);
      if (now === last) return;
      last = now;
      show(settings);
    });
  };
  onChange((settings) => {
    const { attributes, messages, css } = tagSettings(settings);
    return JSON.stringify([valueOf(settings, 'page'), [...attributes], messages, css]);
  }, showPage);
  onChange(
    (settings) => JSON.stringify([valueOf(settings, 'backend'), scheduleOf(settings)]),
    (settings) => void showBackend(settings),
  );
}
