import type { EnkashVkycButton } from '../../src/define.js';
import { findElement } from './find-element.js';

/** Shows the higher limit to a verified customer. Display only: the wallet's backend decides on its own. */
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
