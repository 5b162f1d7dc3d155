import { createSSRApp, h, type App } from 'vue';
import { record, renew } from './app.js';

/** A page that is drawn on the server first. */
export const page = (endpoint: string): App =>
  createSSRApp({
    render: () =>
      h(
        'enkash-vkyc-button',
        {
          'session-endpoint': endpoint,
          disabled: false,
          lang: 'hi',
          '.renewSession': renew,
          onVkycStatusChange: record,
        },
        ['Verify by video', h('a', { slot: 'fallback', href: '/branches' }, 'Come to a branch')],
      ),
  });
