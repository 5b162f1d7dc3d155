import {
  camelize,
  defineComponent,
  h,
  mergeProps,
  shallowRef,
  toHandlerKey,
  type PropType,
  type SlotsType,
  type VNode,
} from 'vue';
import type { EnkashVkycButton } from '../define.js';
import type { ButtonSettings } from '../element/button-settings.js';
import { defineButton } from '../element/define-button.js';
import type { VkycEventMap } from '../element/events.js';
import {
  OBJECT_SETTINGS,
  SETTINGS,
  withAttributes,
  type SettingName,
} from '../element/setting-attributes.js';

// Called explicitly: bundlers may drop an import that is only there for its side effects.
defineButton();

/** Any type: the element reads each setting itself, and warns about what it cannot use. */
const props = Object.fromEntries(SETTINGS.map((name) => [name, null])) as unknown as {
  [Name in SettingName]: PropType<ButtonSettings[Name]>;
};

type Emits = { [Type in keyof VkycEventMap]: (event: VkycEventMap[Type]) => boolean };

const emits: Emits = {
  'vkyc-start': () => true,
  'vkyc-open': () => true,
  'vkyc-downgrade': () => true,
  'vkyc-close': () => true,
  'vkyc-status-change': () => true,
  'vkyc-availability-change': () => true,
  'vkyc-remind': () => true,
  'vkyc-reload': () => true,
  'vkyc-session-expired': () => true,
  'vkyc-error': () => true,
};

/**
 * The content of {@link VkycButton}: `default` is the label, `icon` the icon of the button, `help` the partner's own help
 * below the sentence, `fallback` what stands there until the script has loaded. None has slot props.
 */
export type VkycButtonSlots = Partial<Record<'default' | 'icon' | 'help' | 'fallback', () => VNode[]>>;

const EVENT_TYPES = Object.keys(emits);

const NAMED_SLOTS = ['icon', 'help', 'fallback'] as const;

/**
 * `<enkash-vkyc-button>` as a Vue component, for Vue 3.3 and later. The settings are props, the events of the element are
 * emitted with the event itself, `start()`, `refresh()`, `close()` and `element` are on the component's ref. The compiler
 * needs no `isCustomElement`. Server rendering gives the tag with its attributes and content.
 *
 * @example
 * <VkycButton :session-endpoint="endpoint" @vkyc-status-change="({ detail }) => (phase = detail.phase)" />
 */
export const VkycButton = defineComponent({
  name: 'VkycButton',
  inheritAttrs: false,
  props,
  emits,
  slots: Object as SlotsType<VkycButtonSlots>,
  setup() {
    const element = shallowRef<EnkashVkycButton | null>(null);
    return {
      /** The element; null until it is mounted, and on the server. */
      element,
      /** Starts a call; must be called in a user gesture. */
      start: () => element.value?.start(),
      /** Fetches the status again. */
      refresh: () => element.value?.refresh(),
      /** Ends what the page can end of a call. */
      close: () => element.value?.close(),
    };
  },
  render() {
    const attributes = Object.entries(withAttributes(this.$props)).map(
      ([name, value]) =>
        [
          // The dot sets a property.
          OBJECT_SETTINGS.includes(name) ? `.${name}` : name,
          value,
        ] as const,
    );
    const emit = this.$emit as (type: string, event: Event) => void;
    const listeners = EVENT_TYPES.map(
      (type) => [toHandlerKey(camelize(type)), (event: Event) => emit(type, event)] as const,
    );
    return h(
      'enkash-vkyc-button',
      mergeProps(this.$attrs, Object.fromEntries<unknown>([...attributes, ...listeners]), { ref: 'element' }),
      [
        ...(this.$slots.default?.() ?? []),
        ...NAMED_SLOTS.flatMap((slot) => {
          const content = this.$slots[slot]?.();
          return content ? [h('span', { slot, key: slot }, content)] : [];
        }),
      ],
    );
  },
});
