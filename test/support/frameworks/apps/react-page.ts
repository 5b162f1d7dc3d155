import { createElement, type ReactElement } from 'react';
import { VkycButton } from '../../../../src/react/index.js';
import { recordEvent, renewSession } from './app.js';

/** A page that is rendered on the server and hydrated in the browser. */
export const page = (endpoint: string): ReactElement =>
  createElement(
    VkycButton,
    {
      sessionEndpoint: endpoint,
      mode: 'redirect',
      disabled: false,
      lastEntry: 15,
      holidays: ['2026-11-24', '2026-11-25'],
      lang: 'hi',
      className: 'wide',
      renewSession,
      onVkycStatusChange: recordEvent,
    },
    'Verify by video',
    createElement('a', { slot: 'fallback', href: '/branches' }, 'Come to a branch'),
  );
