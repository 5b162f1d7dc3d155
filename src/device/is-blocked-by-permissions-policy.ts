import type { CallPermission } from './device-environment.js';

/** What Chromium tells of the page's Permissions-Policy; other browsers do not say, and count as allowing. */
interface TellsPolicy {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

/** Whether the page's Permissions-Policy keeps something from the page and its frames, as far as the browser tells. */
export function isBlockedByPermissionsPolicy(
  feature: CallPermission,
  page: { readonly document: object },
): boolean {
  return (page.document as TellsPolicy).featurePolicy?.allowsFeature(feature) === false;
}
