import { EnkashVkycButton } from '../../src/define.js';
import { createClockPanel } from './clock-panel.js';
import { startCustomerPanel } from './customer-panel.js';
import { openSession } from './demo-servers.js';
import { startDiagnosisPanel } from './diagnosis-panel.js';
import { startEnkashPanel } from './enkash-panel.js';
import { startEventLog } from './event-log.js';
import { findElement } from './find-element.js';
import { startNativeShell } from './native-shell.js';
import { startSchedule, startSettingsPanel } from './settings/settings-panel.js';
import { createSettingsStore } from './settings/settings-store.js';
import { fromSearch } from './settings/settings.js';
import { startCodePanel } from './snippets/code-panel.js';
import { startWallet } from './wallet.js';

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
startCodePanel(settings.store);
startEventLog(button, settings.now);
startDiagnosisPanel(button, settings.store);
button.renewSession = openSession;

await Promise.all([clock.start(), startEnkashPanel(button), startSchedule(settings)]);
await startNewSession();
