import {
  isBlockedByPermissionsPolicy,
  type CallPermission,
  type DeviceEnvironment,
  type Permission,
} from './device-environment.js';
import { isInApp } from './is-in-app.js';

/** What may prevent a call on this device. None of it disables the button: a browser that knows too little must not decide. */
export type DeviceIssue =
  /** The page is not a secure context, where browsers give no access to cameras. */
  | 'insecure'
  /** The browser has no access to cameras, or none is attached. */
  | 'no-camera'
  /** The customer has denied the permission, for this page or in general. */
  | 'camera-denied'
  | 'microphone-denied'
  | 'location-denied'
  /** The page is shown inside another app, whose browser often has no camera access. */
  | 'in-app'
  | 'offline';

/** Where a call would run: in this page, in a window or tab of this browser, or in a native shell. */
export type CallPlace = 'page' | 'browser' | 'shell';

/** The permissions that a call asks for. */
export const CALL_PERMISSIONS: readonly CallPermission[] = ['camera', 'microphone', 'geolocation'];

/** A query that the browser leaves pending for longer than this is ignored. */
const QUERY_TIMEOUT_MS = 2000;

/**
 * Looks for what may prevent a call, the most serious first. Never prompts the customer and never rejects. Reports only
 * what is certain: a call in its own window does not need a secure page, nor the permissions that this page's
 * Permissions-Policy blocks.
 */
export async function checkDevice(
  place: CallPlace,
  env: DeviceEnvironment = window,
): Promise<readonly DeviceIssue[]> {
  const { isSecureContext, navigator } = env;
  const inBrowser = place !== 'shell';
  // An insecure page has neither cameras nor permissions, whatever the device has.
  const isReliable = inBrowser && isSecureContext;
  const denied = (name: CallPermission) => isReliable && isDenied(name, env);
  const checks: readonly [DeviceIssue, boolean | Promise<boolean>][] = [
    ['offline', !navigator.onLine],
    ['insecure', place === 'page' && !isSecureContext],
    ['no-camera', isReliable && hasNoCamera(env)],
    ['camera-denied', denied('camera')],
    ['microphone-denied', denied('microphone')],
    ['location-denied', denied('geolocation')],
    ['in-app', inBrowser && isInApp(env)],
  ];
  const timeout = new Promise<boolean>((resolve) => {
    env.setTimeout(() => resolve(false), QUERY_TIMEOUT_MS);
  });
  const results = await Promise.all(checks.map(([, result]) => Promise.race([result, timeout])));
  return checks.filter((_, index) => results[index]).map(([issue]) => issue);
}

/** The state of a permission, without prompting the customer; null if the browser does not report it. Never rejects. */
export async function permissionOf(name: CallPermission, env: DeviceEnvironment): Promise<Permission | null> {
  try {
    return (await env.navigator.permissions?.query({ name })) ?? null;
  } catch {
    // This browser does not know the name.
    return null;
  }
}

async function isDenied(name: CallPermission, env: DeviceEnvironment): Promise<boolean> {
  return !isBlockedByPermissionsPolicy(name, env) && (await permissionOf(name, env))?.state === 'denied';
}

/** A browser may hide cameras from its list after the customer denied them: then there may well be one. */
async function hasNoCamera(env: DeviceEnvironment): Promise<boolean> {
  const { mediaDevices } = env.navigator;
  if (!mediaDevices) return true;
  try {
    const devices = await mediaDevices.enumerateDevices();
    if (devices.some(({ kind }) => kind === 'videoinput')) return false;
    return !isBlockedByPermissionsPolicy('camera', env) && !(await isDenied('camera', env));
  } catch {
    return false;
  }
}
