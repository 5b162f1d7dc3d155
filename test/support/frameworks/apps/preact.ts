import { h, render } from 'preact';
import { container, recordEvent, renewSession } from './app.js';

globalThis.app = {
  render: ({ endpoint, disabled }) =>
    render(
      h('enkash-vkyc-button', {
        'session-endpoint': endpoint,
        disabled,
        renewSession,
        'onvkyc-status-change': recordEvent,
      }),
      container(),
    ),
  unmount: () => render(null, container()),
};
