import type { HTMLAttributes } from 'svelte/elements';
import type { EnkashVkycButton } from '../dist/index.js';
import type { TagListeners, TagSettings } from './tag.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'enkash-vkyc-button': HTMLAttributes<EnkashVkycButton> &
      TagSettings &
      TagListeners<'on'> &
      // as Svelte 4 writes it
      TagListeners<'on:'>;
  }
}
