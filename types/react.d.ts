import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { EnkashVkycButton } from '../dist/index.js';
import type { TagListeners, TagSettings } from './tag.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'enkash-vkyc-button': DetailedHTMLProps<HTMLAttributes<EnkashVkycButton>, EnkashVkycButton> &
        TagSettings &
        TagListeners<'on'>;
    }
  }
}
