import { defineButton } from './element/define-button.js';
import { EnkashVkycButton } from './element/enkash-vkyc-button.js';

defineButton();

declare global {
  interface HTMLElementTagNameMap {
    'enkash-vkyc-button': EnkashVkycButton;
  }
}

export { EnkashVkycButton };
// For partners who only import the tag: the types of its events.
export type * from './element/events.js';
