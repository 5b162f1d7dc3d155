import type { EnkashVkycButton } from '../../src/define.js';
import { findElement } from './find-element.js';

/** What the wallet's page makes of it: a verified customer has the higher limit. Its backend decides the same by itself. */
export function startWallet(button: EnkashVkycButton): void {
  const used = findElement('#used', HTMLProgressElement);
  button.addEventListener('vkyc-status-change', ({ detail: { phase } }) => {
    const verified = phase === 'verified';
    used.max = verified ? 200_000 : 10_000;
    findElement('#limit', HTMLElement).textContent = verified ? '₹2,00,000' : '₹10,000';
    findElement('#upgrade', HTMLElement).textContent = verified
      ? 'Your limits are raised'
      : 'Complete video KYC to raise your limits';
    findElement('#wallet', HTMLElement).toggleAttribute('data-verified', verified);
  });
}
