import { answer, endpoint } from '../../scenarios.js';
import type { SceneGroup } from '../scene.js';

/** Settings and content of the partner's page. */
export const PAGE_SCENES: SceneGroup = {
  name: 'page',
  title: 'Settings of the page',
  scenes: [
    { name: 'idle', title: 'No endpoint yet', attributes: { 'session-endpoint': '' }, initialState: 'idle' },
    {
      name: 'terms',
      title: 'Terms to accept first',
      handlers: endpoint({
        get: () =>
          answer({ status: 'not-started', session: { action: { kind: 'accept-terms', url: '/terms' } } }),
      }),
      initialState: 'ready',
    },
    {
      name: 'disabled',
      title: 'Disabled by the page',
      attributes: { disabled: '' },
      initialState: 'ready',
    },
    {
      name: 'own-words',
      title: 'The partner’s own label and help',
      slots: { '': 'Verify by video to raise your limit', help: 'Need help? Call 1800 000 000' },
      initialState: 'ready',
    },
    {
      name: 'narrow',
      title: 'In a column of 200 pixels',
      attributes: { class: 'narrow' },
      handlers: endpoint({ get: () => answer({ status: 'under-review' }) }),
      initialState: 'ready',
    },
  ],
};
