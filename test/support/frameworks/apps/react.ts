import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { container, recordEvent, renewSession } from './app.js';

const root = createRoot(container());

globalThis.app = {
  render: ({ endpoint, disabled }) =>
    root.render(
      createElement('enkash-vkyc-button', {
        'session-endpoint': endpoint,
        disabled,
        renewSession,
        'onvkyc-status-change': recordEvent,
      }),
    ),
  unmount: () => root.unmount(),
};
