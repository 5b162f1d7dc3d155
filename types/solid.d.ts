import type { JSX } from 'solid-js';
import type { EnkashVkycButton, VkycEventMap } from '../dist/index.js';
import type { TagAttributes, TagProperties, TagSettings } from './tag.js';

type Prefixed<Prefix extends string, Members> = {
  [Name in keyof Members & string as `${Prefix}${Name}`]?: Members[Name];
};

type SolidListeners = {
  [Type in keyof VkycEventMap as `on:${Type}`]?:
    JSX.EventHandlerWithOptionsUnion<EnkashVkycButton, VkycEventMap[Type]> | undefined;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'enkash-vkyc-button': HTMLAttributes<EnkashVkycButton> &
        TagSettings &
        Prefixed<'attr:', TagAttributes> &
        Prefixed<'prop:', TagProperties> & {
          [Name in 'bool:disabled' | 'bool:handoff' | 'bool:compact']?: boolean | undefined;
        } & SolidListeners;
    }
  }
}
