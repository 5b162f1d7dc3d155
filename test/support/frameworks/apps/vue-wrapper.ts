import { createApp, h, reactive, ref } from 'vue';
import { VkycButton } from '../../../../src/vue/index.js';
import type { EnkashVkycButton } from '../../../../src/index.js';
import { container, recordEvent, renewSession, type Settings } from './app.js';

const settings = reactive({ endpoint: '', disabled: false });
const component = ref<InstanceType<typeof VkycButton> | null>(null);

declare global {
  /** The element on the component's ref. */
  var element: () => EnkashVkycButton | null;
}

globalThis.element = () => component.value?.element ?? null;

// No `isCustomElement`: the component needs none.
const app = createApp({
  components: { VkycButton },
  setup: () => ({ settings, recordEvent, renewSession, component, h }),
  template: `<VkycButton
    ref="component"
    class="wide"
    :session-endpoint="settings.endpoint"
    :disabled="settings.disabled"
    :renew-session="renewSession"
    @vkyc-status-change="recordEvent"
    @vkyc-start="(event) => { recordEvent(event); event.preventDefault(); }"
  >Verify by video<template #help><a href="/help">Talk to us</a></template></VkycButton>`,
});
let mounted = false;

globalThis.app = {
  render(next: Settings) {
    Object.assign(settings, next);
    if (!mounted) app.mount(container());
    mounted = true;
  },
  unmount: () => app.unmount(),
};
