import { EnkashVkycButton } from './enkash-vkyc-button.js';

const tag = 'enkash-vkyc-button';

/** Registers the tag. Where another copy of the script has done so, that one stays, with a warning; it never throws. */
export function defineButton(): void {
  const defined = customElements.get(tag);
  if (!defined) customElements.define(tag, EnkashVkycButton);
  else if (defined !== EnkashVkycButton) {
    const first = 'version' in defined && typeof defined.version === 'string' ? defined.version : 'unknown';
    console.warn(
      `<${tag}> is defined twice on this page: version ${first} stays, version ${EnkashVkycButton.version} is ignored. Load the script once.`,
    );
  }
}
