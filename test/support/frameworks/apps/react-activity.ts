import { Activity, createElement, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { VkycButton } from '../../../../src/react/index.js';
import { container, recordEvent } from './app.js';

const root = createRoot(container());

/** Here a disabled app is one whose part of the page is hidden. */
globalThis.app = {
  render: ({ endpoint, disabled }) =>
    root.render(
      createElement(
        StrictMode,
        null,
        createElement(Activity, {
          mode: disabled ? 'hidden' : 'visible',
          children: createElement(VkycButton, { sessionEndpoint: endpoint, onVkycStatusChange: recordEvent }),
        }),
      ),
    ),
  unmount: () => root.unmount(),
};
