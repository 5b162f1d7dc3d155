import type { CallPermission, Permission, Surroundings } from './surroundings.js';

/** The permissions that a call asks for. */
export const CALL_PERMISSIONS: readonly CallPermission[] = ['camera', 'microphone', 'geolocation'];

/** Where a permission stands, without asking the customer for it; null where the browser does not tell. Never rejects. */
export async function permissionOf(name: CallPermission, page: Surroundings): Promise<Permission | null> {
  try {
    return (await page.navigator.permissions?.query({ name })) ?? null;
  } catch {
    // A name that this browser does not know.
    return null;
  }
}
