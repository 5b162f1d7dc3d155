import { EnkashVkycButton } from './enkash-vkyc-button.js';

const TAG = 'enkash-vkyc-button';

/**
 * Registers the tag. If another copy of the script has registered it already, that one stays, with a warning. Never
 * throws.
 */
export function defineButton(): void {
  const defined = customElements.get(TAG);
  if (!defined) customElements.define(TAG, EnkashVkycButton);
  else if (defined !== EnkashVkycButton) {
    const first = 'version' in defined && typeof defined.version === 'string' ? defined.version : 'unknown';
    console.warn(`<${TAG}> is defined twice: ${first} stays, ${EnkashVkycButton.version} is ignored.`);
  }
}
