import { startMockServers } from './mock-servers.js';

document.querySelector('enkash-vkyc-button')?.setAttribute('allowed-link-hosts', location.hostname);

try {
  await startMockServers();
  await import('../page/main.js');
} catch {
  const alert = document.querySelector<HTMLElement>('#alert');
  if (alert) {
    alert.hidden = false;
    alert.textContent = 'This demo needs a service worker. Open it by https:, and not in a private window.';
  }
}
