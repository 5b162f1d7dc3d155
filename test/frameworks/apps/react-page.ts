import { createElement, type ReactElement } from 'react';
import { VkycButton } from '../../../src/react/index.js';
import { record, renew } from './app.js';

/** A page that is drawn on the server first. */
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
      renewSession: renew,
      onVkycStatusChange: record,
    },
    'Verify by video',
    createElement('a', { slot: 'fallback', href: '/branches' }, 'Come to a branch'),
  );
