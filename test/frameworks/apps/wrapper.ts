import { createElement, createRef, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { EnkashVkycButton } from '../../../src/index.js';
import { VkycButton } from '../../../src/react/index.js';
import { place, record, renew, type Settings } from './app.js';

const root = createRoot(place());
const ref = createRef<EnkashVkycButton>();

declare global {
  /** What the component's ref holds. */
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
          renewSession: renew,
          onVkycStatusChange: record,
        }),
      ),
    ),
  unmount: () => root.unmount(),
};
