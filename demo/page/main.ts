import { EnkashVkycButton } from '../../src/define.js';
import { createClockPanel } from './clock-panel.js';
import { startCustomerPanel } from './customer-panel.js';
import { openSession } from './demo-servers.js';
import { startEnkashPanel } from './enkash-panel.js';
import { startEventLog } from './event-log.js';
import { findElement } from './find-element.js';
import { startNativeShell } from './native-shell.js';
import { startSettingsPanel } from './settings-panel.js';
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

startWallet(button);
startNativeShell(button);
startCustomerPanel(button);
startSettingsPanel(button);
startEventLog(button, () => clock.now());
button.renewSession = openSession;

await Promise.all([clock.start(), startEnkashPanel(button)]);
await startNewSession();
