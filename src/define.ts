import { defineButton } from './element/define-button.js';
import { EnkashVkycButton } from './element/enkash-vkyc-button.js';

defineButton();

declare global {
  interface HTMLElementTagNameMap {
    'enkash-vkyc-button': EnkashVkycButton;
  }
}

export { EnkashVkycButton };
// The types of its events come with the tag.
export type * from './element/events.js';
