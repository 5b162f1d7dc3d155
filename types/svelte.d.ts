import type { HTMLAttributes } from 'svelte/elements';
import type { EnkashVkycButton } from '../dist/index.js';
import type { TagListeners, TagSettings } from './tag.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'enkash-vkyc-button': HTMLAttributes<EnkashVkycButton> &
      TagSettings &
      TagListeners<'on'> &
      // Svelte 4 syntax.
      TagListeners<'on:'>;
  }
}
