import type {} from 'enkash-vkyc-button/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Props = SvelteHTMLElements['enkash-vkyc-button'];

export const right: Props = {
  class: 'wide',
  lang: 'hi',
  'session-endpoint': '/vkyc/session/1',
  mode: 'popup',
  'frame-origins': 'https://video.example',
  'working-hours': '10:00-18:00',
  'working-days': 'mon-fri',
  holidays: '2026-11-24',
  'last-entry': 15,
  'allowed-link-hosts': '*.signzy.tech',
  credentials: 'include',
  theme: 'dark',
  disabled: false,
  handoff: true,
  statusPhases: { FULL_KYC_DONE: 'verified' },
  renewSession: () => Promise.resolve('/vkyc/session/2'),
  messages: { actions: { start: 'Verify' } },
  'onvkyc-start': (event) => event.takeLink?.().then((link: string) => link),
  'onvkyc-open': ({ detail }) => detail.mode satisfies string,
  'onvkyc-downgrade': ({ detail }) => detail.reason satisfies string,
  'onvkyc-close': ({ detail }) => detail.reason satisfies string,
  'onvkyc-status-change': ({ detail }) => detail.phase satisfies string,
  'onvkyc-availability-change': ({ detail }) => detail.open satisfies boolean,
  'onvkyc-remind': ({ detail }) => detail.opensAt satisfies string,
  'onvkyc-reload': ({ cancelable }) => cancelable satisfies boolean,
  'onvkyc-session-expired': (event) => event.renewWith('/vkyc/session/2'),
  'onvkyc-error': ({ detail }) => detail.code satisfies string,
  'on:vkyc-error': ({ detail }) => detail.code satisfies string,
};

export const wrong: Props = {
  // @ts-expect-error there is no such mode
  mode: 'window',
  // @ts-expect-error there is no such theme
  theme: 'blue',
  // @ts-expect-error an endpoint is a string
  'session-endpoint': 7,
  // @ts-expect-error a status maps to a phase
  statusPhases: { FULL_KYC_DONE: 'done' },
  // @ts-expect-error renewSession must return a promise
  renewSession: () => '/vkyc/session/2',
  // @ts-expect-error the detail has no link
  'onvkyc-open': ({ detail }) => detail.link,
  // @ts-expect-error the code is not in the closed list
  'onvkyc-error': ({ detail }) => detail.code === 'boom',
  // @ts-expect-error only vkyc-session-expired can be renewed
  'onvkyc-close': (event) => event.renewWith('/x'),
};

// @ts-expect-error there is no such property
export const unknownProperty: Props = { endpoint: '/vkyc/session/1' };
