import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { EnkashVkycButton, VkycEventMap } from '../dist/index.js';
import type { TagListeners, TagProperties, TagSettings } from './tag.js';

type CamelCased<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCased<Rest>>}`
  : Name;

/** `@vkyc-open` in a template, `onVkycOpen` in JSX. */
type VueListeners = {
  [Type in keyof VkycEventMap as `on${Capitalize<CamelCased<Type>>}`]?:
    ((event: VkycEventMap[Type]) => void) | undefined;
};

declare module 'vue' {
  interface GlobalComponents {
    'enkash-vkyc-button': new () => EnkashVkycButton & {
      // Templates convert `session-endpoint` to `sessionEndpoint`.
      $props: TagProperties & VueListeners & HTMLAttributes & PublicProps;
      $emit: EmitFn<{ [Type in keyof VkycEventMap]: (event: VkycEventMap[Type]) => void }>;
    };
  }
}

declare module 'vue/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'enkash-vkyc-button': TagSettings & VueListeners & TagListeners<'on'> & HTMLAttributes;
    }
  }
}
