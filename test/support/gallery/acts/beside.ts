import { answer, endpoint } from '../../scenarios.js';
import type { Act } from '../scene.js';

/** What the partner's page makes of it. */
export const BESIDE: Act = {
  name: 'page',
  title: 'The page has its say',
  scenes: [
    { name: 'idle', title: 'No endpoint yet', attributes: { 'session-endpoint': '' }, begins: 'idle' },
    {
      name: 'terms',
      title: 'The terms come first',
      handlers: endpoint({
        get: () =>
          answer({ standing: 'not-started', session: { action: { kind: 'accept-terms', url: '/terms' } } }),
      }),
      begins: 'ready',
    },
    { name: 'disabled', title: 'The page has turned it off', attributes: { disabled: '' }, begins: 'ready' },
    {
      name: 'own-words',
      title: 'The partner’s own label and help',
      slots: { '': 'Verify by video to raise your limit', help: 'Need help? Call 1800 000 000' },
      begins: 'ready',
    },
    {
      name: 'narrow',
      title: 'In a column of 200 pixels',
      attributes: { class: 'narrow' },
      handlers: endpoint({ get: () => answer({ standing: 'under-review' }) }),
      begins: 'ready',
    },
  ],
};
