import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { EnkashVkycButton } from '../dist/index.js';
import type { TagListeners, TagSettings } from './tag.js';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'enkash-vkyc-button': HTMLAttributes<EnkashVkycButton> &
        ClassAttributes<EnkashVkycButton> &
        TagSettings &
        TagListeners<'on'>;
    }
  }
}
