import type { EnkashVkycButton } from '../../src/define.js';
import { setFaults } from './demo-servers.js';
import { ANSWERS, faultsFor } from './faults.js';
import { find } from './find.js';

/** Lets the developer spoil EnKash's answers. It begins with good ones, so that page and sandbox agree after a reload. */
export async function startEnkashPanel(button: EnkashVkycButton): Promise<void> {
  const status = find('#fault-status', HTMLSelectElement);
  const link = find('#fault-link', HTMLSelectElement);
  const apply = () => setFaults(faultsFor({ status: status.selectedIndex, link: link.selectedIndex }));
  for (const select of [status, link]) {
    select.append(...ANSWERS.map(({ label }) => new Option(label)));
    select.addEventListener('change', () => void apply().then(() => button.refresh()));
  }
  await apply();
}
