import { createElement, createRef, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { EnkashVkycButton } from '../../../../src/index.js';
import { VkycButton } from '../../../../src/react/index.js';
import { container, recordEvent, renewSession, type Settings } from './app.js';

const root = createRoot(container());
const ref = createRef<EnkashVkycButton>();

declare global {
  /** The value of the component's ref. */
  var element: () => EnkashVkycButton | null;
}

globalThis.element = () => ref.current;

globalThis.app = {
  render: ({ endpoint, disabled }: Settings) =>
    root.render(
      createElement(
        StrictMode,
        null,
        createElement(VkycButton, {
          ref,
          sessionEndpoint: endpoint,
          disabled,
          renewSession,
          onVkycStatusChange: recordEvent,
        }),
      ),
    ),
  unmount: () => root.unmount(),
};
