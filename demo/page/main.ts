import { EnkashVkycButton } from '../../src/define.js';
import { createClockPanel } from './clock-panel.js';
import { startCustomerPanel } from './customer-panel.js';
import { openSession } from './demo-servers.js';
import { startEnkashPanel } from './enkash-panel.js';
import { startEventLog } from './event-log.js';
import { findElement } from './find-element.js';
import { startNativeShell } from './native-shell.js';
import { startSchedule, startSettingsPanel } from './settings/settings-panel.js';
import { createSettingsStore } from './settings/settings-store.js';
import { fromSearch } from './settings/settings.js';
import { startWallet } from './wallet.js';
import { whenNear } from './when-near.js';

addEventListener('unhandledrejection', ({ reason }) => {
  const alert = findElement('#alert', HTMLElement);
  alert.hidden = false;
  alert.textContent = reason instanceof Error ? reason.message : 'Something went wrong in the demo.';
});

const button = findElement('enkash-vkyc-button', EnkashVkycButton);

/** A partner renders the endpoint into the page. The demo fetches it, because each change of its clock needs a new one. */
const startNewSession = async () => {
  button.sessionEndpoint = await openSession();
};
const clock = createClockPanel(startNewSession);
const settings = { button, store: createSettingsStore(fromSearch(location.search)), now: () => clock.now() };

startWallet(button);
startNativeShell(button);
startCustomerPanel(button);
startSettingsPanel(settings);
startEventLog(button, settings.now);
button.renewSession = openSession;
whenNear(findElement('#page-code', HTMLElement), () => {
  void import('./snippets/code-panel.js').then(({ startCodePanel }) => startCodePanel(settings.store));
});
whenNear(findElement('#findings', HTMLElement), () => {
  void import('./diagnosis-panel.js').then(({ startDiagnosisPanel }) =>
    startDiagnosisPanel(button, settings.store),
  );
});

await Promise.all([clock.start(), startEnkashPanel(button), startSchedule(settings)]);
await startNewSession();
