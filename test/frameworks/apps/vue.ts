import { createApp, reactive } from 'vue';
import { place, record, renew, type Settings } from './app.js';

const settings = reactive({ endpoint: '', disabled: false });

const app = createApp({
  setup: () => ({ settings, record, renew }),
  template: `<enkash-vkyc-button
    :session-endpoint="settings.endpoint"
    :disabled="settings.disabled"
    :renewSession.prop="renew"
    @vkyc-status-change="record"
  ></enkash-vkyc-button>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag === 'enkash-vkyc-button';
let mounted = false;

globalThis.app = {
  render(next: Settings) {
    Object.assign(settings, next);
    if (!mounted) app.mount(place());
    mounted = true;
  },
  unmount: () => app.unmount(),
};
