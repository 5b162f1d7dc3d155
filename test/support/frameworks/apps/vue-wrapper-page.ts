import { createSSRApp, h, type App } from 'vue';
import { VkycButton } from '../../../../src/vue/index.js';
import { recordEvent, renewSession } from './app.js';

/** A page with the Vue component that is rendered on the server and hydrated in the browser. */
export const page = (endpoint: string): App =>
  createSSRApp({
    render: () =>
      h(
        VkycButton,
        {
          sessionEndpoint: endpoint,
          mode: 'redirect',
          lastEntry: 15,
          holidays: ['2026-11-24', '2026-11-25'],
          disabled: false,
          handoff: false,
          lang: 'hi',
          class: 'wide',
          renewSession,
          onVkycStatusChange: recordEvent,
        },
        {
          default: () => 'Verify by video',
          fallback: () => h('a', { href: '/branches' }, 'Come to a branch'),
        },
      ),
  });
