import { h, render } from 'preact';
import { place, record, renew } from './app.js';

globalThis.app = {
  render: ({ endpoint, disabled }) =>
    render(
      h('enkash-vkyc-button', {
        'session-endpoint': endpoint,
        disabled,
        renewSession: renew,
        'onvkyc-status-change': record,
      }),
      place(),
    ),
  unmount: () => render(null, place()),
};
