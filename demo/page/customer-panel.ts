import type { EnkashVkycButton } from '../../src/define.js';
import type { SampleStatusName } from '../../src/sandbox/index.js';
import { setStanding } from './demo-servers.js';
import { find } from './find.js';

/** In the order a customer meets them; each name is also the phase that the button shows for it. */
const LABELS: Readonly<Record<SampleStatusName, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  'under-review': 'Under review',
  verified: 'Verified',
  rejected: 'Rejected',
  expired: 'Expired',
};

const NAMES = ['not-started', 'in-progress', 'under-review', 'verified', 'rejected', 'expired'] as const;

/** Lets the developer put the customer at a standing, and follows where the call puts them. */
export function startCustomerPanel(button: EnkashVkycButton): void {
  const radios = new Map<string, HTMLInputElement>();
  for (const name of NAMES) {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = 'standing';
    radio.addEventListener('change', () => void setStanding(name).then(() => button.refresh()));
    radios.set(name, radio);
    label.append(radio, LABELS[name]);
    find('#standings', HTMLElement).append(label);
  }
  button.addEventListener('vkyc-status-change', ({ detail: { phase } }) => {
    for (const [name, radio] of radios) radio.checked = name === phase;
  });
}
