import { EnkashVkycButton } from './element/enkash-vkyc-button.js';

const tag = 'enkash-vkyc-button';

const defined = customElements.get(tag);
if (!defined) customElements.define(tag, EnkashVkycButton);
else if (defined !== EnkashVkycButton) {
  const first = 'version' in defined && typeof defined.version === 'string' ? defined.version : 'unknown';
  console.warn(
    `<${tag}> is defined twice on this page: version ${first} stays, version ${EnkashVkycButton.version} is ignored. Load the script once.`,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'enkash-vkyc-button': EnkashVkycButton;
  }
}

export { EnkashVkycButton };
// The types of its events come with the tag.
export type * from './element/events.js';
