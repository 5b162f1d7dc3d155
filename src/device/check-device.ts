import type { DeviceIssue } from './device-issue.js';
import { isInApp } from './in-app.js';
import { isBlockedByPermissionsPolicy } from './is-blocked-by-permissions-policy.js';
import type { CallPermission, Permission, DeviceEnvironment } from './device-environment.js';

/** Where a call will be: in this page, in a window or tab of this browser, or wherever a native shell takes it. */
export type CallPlace = 'page' | 'browser' | 'shell';

/** The permissions that a call asks for. */
export const CALL_PERMISSIONS: readonly CallPermission[] = ['camera', 'microphone', 'geolocation'];

/** Milliseconds after which a question that the browser leaves open counts as not answered. */
const PATIENCE = 2000;

/**
 * Looks for what may keep this device from a call, the gravest first. Asks the customer nothing, never rejects, and says
 * only what it knows: a call in a window of its own needs no secure page, and what the page's Permissions-Policy
 * withholds here is allowed there.
 */
export async function checkDevice(
  place: CallPlace,
  page: DeviceEnvironment = window,
): Promise<readonly DeviceIssue[]> {
  const { isSecureContext, navigator } = page;
  const here = place !== 'shell';
  // An insecure page has neither camera nor permissions, whatever the device has.
  const tells = here && isSecureContext;
  const denied = (name: CallPermission) => tells && isDenied(name, page);
  const questions: readonly [DeviceIssue, boolean | Promise<boolean>][] = [
    ['offline', !navigator.onLine],
    ['insecure', place === 'page' && !isSecureContext],
    ['no-camera', tells && hasNoCamera(page)],
    ['camera-denied', denied('camera')],
    ['microphone-denied', denied('microphone')],
    ['location-denied', denied('geolocation')],
    ['in-app', here && isInApp(page)],
  ];
  const unanswered = new Promise<boolean>((resolve) => {
    page.setTimeout(() => resolve(false), PATIENCE);
  });
  const answers = await Promise.all(questions.map(([, answer]) => Promise.race([answer, unanswered])));
  return questions.filter((_, index) => answers[index]).map(([finding]) => finding);
}

/** Where a permission stands, without asking the customer for it; null where the browser does not tell. Never rejects. */
export async function permissionOf(
  name: CallPermission,
  page: DeviceEnvironment,
): Promise<Permission | null> {
  try {
    return (await page.navigator.permissions?.query({ name })) ?? null;
  } catch {
    // A name that this browser does not know.
    return null;
  }
}

async function isDenied(name: CallPermission, page: DeviceEnvironment): Promise<boolean> {
  return !isBlockedByPermissionsPolicy(name, page) && (await permissionOf(name, page))?.state === 'denied';
}

/** A browser may keep the cameras of a customer who denied them off its list: then there may well be one. */
async function hasNoCamera(page: DeviceEnvironment): Promise<boolean> {
  const { mediaDevices } = page.navigator;
  if (!mediaDevices) return true;
  try {
    const devices = await mediaDevices.enumerateDevices();
    if (devices.some(({ kind }) => kind === 'videoinput')) return false;
    return !isBlockedByPermissionsPolicy('camera', page) && !(await isDenied('camera', page));
  } catch {
    return false;
  }
}
