import { createSignal } from 'solid-js';
import html from 'solid-js/html';
import { render } from 'solid-js/web';
import { container, recordEvent, renewSession, type Settings } from './app.js';

const [settings, setSettings] = createSignal<Settings>({ endpoint: '', disabled: false });
let dispose: (() => void) | undefined;

globalThis.app = {
  render(next) {
    setSettings(next);
    dispose ??= render(
      () => html`<enkash-vkyc-button
        attr:session-endpoint=${() => settings().endpoint}
        prop:disabled=${() => settings().disabled}
        prop:renewSession=${() => renewSession}
        on:vkyc-status-change=${recordEvent}
      ></enkash-vkyc-button>`,
      container(),
    );
  },
  unmount: () => dispose?.(),
};
