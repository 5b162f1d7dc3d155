import { createApp, reactive } from 'vue';
import { container, recordEvent, renewSession, type Settings } from './app.js';

const settings = reactive({ endpoint: '', disabled: false });

const app = createApp({
  setup: () => ({ settings, recordEvent, renewSession }),
  template: `<enkash-vkyc-button
    :session-endpoint="settings.endpoint"
    :disabled="settings.disabled"
    :renewSession.prop="renewSession"
    @vkyc-status-change="recordEvent"
  ></enkash-vkyc-button>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === 'enkash-vkyc-button';
let mounted = false;

globalThis.app = {
  render(next: Settings) {
    Object.assign(settings, next);
    if (!mounted) app.mount(container());
    mounted = true;
  },
  unmount: () => app.unmount(),
};
