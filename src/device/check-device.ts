import type { Finding } from './finding.js';
import { isInApp } from './in-app.js';
import { permissionOf } from './permission.js';
import type { CallPermission, Surroundings } from './surroundings.js';

/** Where a call will be: in this page, in a window or tab of this browser, or wherever a native shell takes it. */
export type CallPlace = 'page' | 'browser' | 'shell';

/** Milliseconds after which a question that the browser leaves open counts as not answered. */
const PATIENCE = 2000;

/**
 * Looks for what may keep this device from a call, the gravest first. Asks the customer nothing, never rejects, and says
 * only what it knows: a call in a window of its own needs no secure page, and what the page's Permissions-Policy
 * withholds here is allowed there.
 */
export async function checkDevice(
  place: CallPlace,
  page: Surroundings = window,
): Promise<readonly Finding[]> {
  const { isSecureContext, navigator } = page;
  const here = place !== 'shell';
  // An insecure page has neither camera nor permissions, whatever the device has.
  const tells = here && isSecureContext;
  const cameraDenied = tells && isDenied('camera', page);
  const checks: readonly [Finding, boolean | Promise<boolean>][] = [
    ['offline', !navigator.onLine],
    ['insecure', place === 'page' && !isSecureContext],
    ['no-camera', tells && hasNoCamera(cameraDenied, page)],
    ['camera-denied', cameraDenied],
    ['microphone-denied', tells && isDenied('microphone', page)],
    ['location-denied', tells && isDenied('geolocation', page)],
    ['in-app', here && isInApp(page)],
  ];
  const unanswered = new Promise<boolean>((resolve) => {
    page.setTimeout(() => resolve(false), PATIENCE);
  });
  const found = await Promise.all(checks.map(([, is]) => Promise.race([is, unanswered])));
  return checks.filter((_, index) => found[index]).map(([finding]) => finding);
}

async function isDenied(name: CallPermission, page: Surroundings): Promise<boolean> {
  return !isWithheld(name, page) && (await permissionOf(name, page))?.state === 'denied';
}

/** A browser may keep the cameras of a customer who denied them off its list: then there may well be one. */
async function hasNoCamera(denied: boolean | Promise<boolean>, page: Surroundings): Promise<boolean> {
  const { mediaDevices } = page.navigator;
  if (!mediaDevices) return true;
  try {
    const devices = await mediaDevices.enumerateDevices();
    return (
      !devices.some(({ kind }) => kind === 'videoinput') && !isWithheld('camera', page) && !(await denied)
    );
  } catch {
    return false;
  }
}

/** Only Chromium tells of the page's Permissions-Policy. */
interface TellsPolicy {
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
}

function isWithheld(feature: CallPermission, { document }: Surroundings): boolean {
  return (document as TellsPolicy).featurePolicy?.allowsFeature(feature) === false;
}
