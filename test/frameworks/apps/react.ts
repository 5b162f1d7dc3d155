import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { place, record, renew } from './app.js';

const root = createRoot(place());

globalThis.app = {
  render: ({ endpoint, disabled }) =>
    root.render(
      createElement('enkash-vkyc-button', {
        'session-endpoint': endpoint,
        disabled,
        renewSession: renew,
        'onvkyc-status-change': record,
      }),
    ),
  unmount: () => root.unmount(),
};
