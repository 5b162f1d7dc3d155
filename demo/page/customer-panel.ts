import type { EnkashVkycButton } from '../../src/define.js';
import type { SampleStatusName } from '../../src/sandbox/index.js';
import { setCustomerStatus } from './demo-servers.js';
import { findElement } from './find-element.js';

/** In the order of a customer's journey; each name is also the phase that the button shows for it. */
const LABELS: Readonly<Record<SampleStatusName, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  'under-review': 'Under review',
  verified: 'Verified',
  rejected: 'Rejected',
  expired: 'Expired',
};

const NAMES = ['not-started', 'in-progress', 'under-review', 'verified', 'rejected', 'expired'] as const;

/** Lets the developer set the customer's status, and shows the status that a call leads to. */
export function startCustomerPanel(button: EnkashVkycButton): void {
  const radios = new Map<string, HTMLInputElement>();
  for (const name of NAMES) {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = 'status';
    radio.addEventListener('change', () => void setCustomerStatus(name).then(() => button.refresh()));
    radios.set(name, radio);
    label.append(radio, LABELS[name]);
    findElement('#statuses', HTMLElement).append(label);
  }
  button.addEventListener('vkyc-status-change', ({ detail: { phase } }) => {
    for (const [name, radio] of radios) radio.checked = name === phase;
  });
}
