import { CALL_PERMISSIONS, checkDevice, permissionOf, type CallPlace } from './check-device.js';
import type { DeviceIssue } from './device-issue.js';
import type { Listen, DeviceEnvironment } from './device-environment.js';

/**
 * Checks the device now and whenever something changes: a permission, a camera, the connection. The listener hears what
 * each check found, never before this function returns and never after it was stopped.
 *
 * @returns stops it
 */
export function watchDevice(
  place: CallPlace,
  listener: (findings: readonly DeviceIssue[]) => void,
  page: DeviceEnvironment & { addEventListener: Listen } = window,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let latest: object;
  const check = () => {
    const run = checkDevice(place, page);
    latest = run;
    void run.then((findings) => {
      if (run === latest && !signal.aborted) listener(findings);
    });
  };
  page.addEventListener('online', check, { signal });
  page.addEventListener('offline', check, { signal });
  page.navigator.mediaDevices?.addEventListener('devicechange', check, { signal });
  for (const name of CALL_PERMISSIONS)
    void permissionOf(name, page).then((permission) =>
      permission?.addEventListener('change', check, { signal }),
    );
  check();
  return () => stop.abort();
}
