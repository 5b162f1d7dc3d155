import type { EnkashVkycButton } from '../../src/define.js';
import { find } from './find.js';

/** What the wallet's page makes of it: a verified customer has the higher limit. Its backend decides the same by itself. */
export function startWallet(button: EnkashVkycButton): void {
  const used = find('#used', HTMLProgressElement);
  button.addEventListener('vkyc-status-change', ({ detail: { phase } }) => {
    const verified = phase === 'verified';
    used.max = verified ? 200_000 : 10_000;
    find('#limit', HTMLElement).textContent = verified ? '₹2,00,000' : '₹10,000';
    find('#upgrade', HTMLElement).textContent = verified
      ? 'Your limits are raised'
      : 'Complete video KYC to raise your limits';
    find('#wallet', HTMLElement).toggleAttribute('data-verified', verified);
  });
}
