import { mount, unmount } from 'svelte';
import { writable } from 'svelte/store';
import { container, type Settings } from './app.js';
import Tag from './Tag.svelte';

const settings = writable<Settings>();
let mounted: Record<string, unknown> | undefined;

globalThis.app = {
  render(next) {
    settings.set(next);
    mounted ??= mount(Tag, { target: container(), props: { settings } });
  },
  unmount: () => mounted && unmount(mounted),
};
