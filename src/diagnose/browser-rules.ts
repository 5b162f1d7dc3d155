import { isBlockedByPermissionsPolicy, type CallPermission } from '../device/device-environment.js';
import { isInApp } from '../device/is-in-app.js';
import { fail, pass, skipped, type Judgement } from '../doctor/finding.js';
import type { DiagnosisEnvironment } from './diagnosis-environment.js';
import type { ButtonReading } from './read-button.js';

/** Beyond this, the opening hours that the customer reads on the device differ from India's time. */
const MAX_SKEW_MS = 5 * 60_000;

/** Camera and microphone exist on secure pages only. */
export const secureContext = (_: ButtonReading | null, env: DiagnosisEnvironment): Judgement =>
  env.isSecureContext
    ? pass('The page is secure, or on this computer.')
    : fail('The page is not secure, so the browser offers no camera.', 'Serve the page by https: only.');

/** Whether something on this page keeps the button from opening a window. No window is opened. */
export function popup(button: ButtonReading | null, env: DiagnosisEnvironment): Judgement {
  const mode = button?.mode ?? 'auto';
  if (mode !== 'auto' && mode !== 'popup') return pass('The button opens no window.');
  if (isInApp(env)) return skipped('The page is in an app; see web-view.');
  const flags = env.frameElement?.getAttribute('sandbox');
  if (typeof flags === 'string' && !/\ballow-popups\b(?!-)/i.test(flags))
    return fail(
      'The frame around the page is sandboxed without popups.',
      'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"',
    );
  if (env.crossOriginIsolated === true)
    return fail(
      'The page is isolated from the windows that it opens, so the button cannot see the call.',
      'Cross-Origin-Opener-Policy: same-origin-allow-popups',
    );
  if (env.origin === 'null' && env.self !== env.top) return skipped('The page is in a sandboxed frame.');
  return Function.prototype.toString.call(env.open).includes('[native code]')
    ? pass('Nothing on the page blocks windows. The settings of the browser are not readable.')
    : skipped('The page has replaced window.open.');
}

/** In a WebView there are no windows, and the shell must grant the camera. */
export function webView(button: ButtonReading | null, env: DiagnosisEnvironment): Judgement {
  if (!isInApp(env)) return pass('The page is in a browser.');
  return button?.mode === 'popup'
    ? fail(
        'The page is in an app, which opens no windows.',
        'mode="auto" or mode="host"; see docs/webviews.md',
      )
    : pass('The page is in an app, and the button opens the call in the same tab or by its shell.');
}

/** The permission that the page has for a device of the call. Nothing is requested. */
export function permission(name: CallPermission) {
  return async (button: ButtonReading | null, env: DiagnosisEnvironment): Promise<Judgement> => {
    // Only a call in a frame uses the permission of this page.
    const isFramed = button?.mode === 'iframe';
    if (isFramed && isBlockedByPermissionsPolicy(name, env))
      return fail(
        `A header keeps ${name} from the page.`,
        `Permissions-Policy: ${name}=(self "https://…") with the origin of your links`,
      );
    const state = await permissionState(name, env);
    if (state === null) return skipped(`The browser does not tell the permission for ${name}.`);
    if (state !== 'denied')
      return pass(`The permission for ${name} is ${state === 'granted' ? 'granted' : 'not decided yet'}.`);
    return isFramed
      ? fail(`The permission for ${name} is denied.`, 'Allow it in the site settings of the browser.')
      : pass(`The permission for ${name} is denied on this page. The page of the call asks for its own.`);
  };
}

async function permissionState(
  name: CallPermission,
  { navigator }: DiagnosisEnvironment,
): Promise<string | null> {
  try {
    return (await navigator.permissions?.query({ name }))?.state ?? null;
  } catch {
    return null;
  }
}

/** The device's clock against the `Date` of the page's own server. The button follows the server. */
export function clock(now: () => number) {
  return async (_: ButtonReading | null, env: DiagnosisEnvironment): Promise<Judgement> => {
    const unknown = skipped('The server of the page does not tell the time.');
    if (!/^https?:$/.test(env.location.protocol)) return unknown;
    try {
      const { headers } = await env.fetch(env.location.href, {
        method: 'HEAD',
        cache: 'no-store',
        redirect: 'manual',
        signal: AbortSignal.timeout(5000),
      });
      const serverTime = Date.parse(headers.get('date') ?? '');
      if (Number.isNaN(serverTime) || Number(headers.get('age')) > 0) return unknown;
      const minutes = Math.round(Math.abs(now() - serverTime) / 60_000);
      return Math.abs(now() - serverTime) <= MAX_SKEW_MS
        ? pass("The clock of this device agrees with the server's.")
        : fail(
            `The clock of this device is wrong by ${minutes} minutes.`,
            'Set the clock of the device, or of the server.',
          );
    } catch {
      return unknown;
    }
  };
}
