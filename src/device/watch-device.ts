import {
  CALL_PERMISSIONS,
  checkDevice,
  permissionOf,
  type CallPlace,
  type DeviceIssue,
} from './check-device.js';
import type { DeviceEnvironment, Listen } from './device-environment.js';

export interface WatchDeviceOptions {
  readonly place: CallPlace;
  /** Receives the result of each check; never before `watchDevice` returns, and never after it was stopped. */
  readonly onResult: (issues: readonly DeviceIssue[]) => void;
  /** Default: `window`. */
  readonly env?: DeviceEnvironment & { addEventListener: Listen };
}

/**
 * Checks the device now, and again whenever a permission, the list of cameras or the connection changes.
 *
 * @returns a function that stops it
 */
export function watchDevice({ place, onResult, env = window }: WatchDeviceOptions): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  let latest: object;
  const check = () => {
    const run = checkDevice(place, env);
    latest = run;
    void run.then((issues) => {
      if (run === latest && !signal.aborted) onResult(issues);
    });
  };
  env.addEventListener('online', check, { signal });
  env.addEventListener('offline', check, { signal });
  env.navigator.mediaDevices?.addEventListener?.('devicechange', check, { signal });
  for (const name of CALL_PERMISSIONS)
    void permissionOf(name, env).then((permission) =>
      permission?.addEventListener?.('change', check, { signal }),
    );
  check();
  return () => controller.abort();
}
