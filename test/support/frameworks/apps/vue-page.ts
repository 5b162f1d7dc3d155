import { createSSRApp, h, type App } from 'vue';
import { recordEvent, renewSession } from './app.js';

/** A page that is rendered on the server and hydrated in the browser. */
export const page = (endpoint: string): App =>
  createSSRApp({
    render: () =>
      h(
        'enkash-vkyc-button',
        {
          'session-endpoint': endpoint,
          disabled: false,
          lang: 'hi',
          '.renewSession': renewSession,
          onVkycStatusChange: recordEvent,
        },
        ['Verify by video', h('a', { slot: 'fallback', href: '/branches' }, 'Come to a branch')],
      ),
  });
