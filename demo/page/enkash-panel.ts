import type { EnkashVkycButton } from '../../src/define.js';
import { setFaults } from './demo-servers.js';
import { RESPONSES, faultsFor } from './faults.js';
import { findElement } from './find-element.js';

/** Lets the developer choose how EnKash responds. Starts with normal responses, so that page and sandbox agree after a reload. */
export async function startEnkashPanel(button: EnkashVkycButton): Promise<void> {
  const status = findElement('#fault-status', HTMLSelectElement);
  const link = findElement('#fault-link', HTMLSelectElement);
  const apply = () => setFaults(faultsFor({ status: status.selectedIndex, link: link.selectedIndex }));
  for (const select of [status, link]) {
    select.append(...RESPONSES.map(({ label }) => new Option(label)));
    select.addEventListener('change', () => void apply().then(() => button.refresh()));
  }
  await apply();
}
