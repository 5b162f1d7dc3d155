import { isInApp } from '../device/in-app.js';
import { isBlockedByPermissionsPolicy } from '../device/is-blocked-by-permissions-policy.js';

/** How the element may open the call, as the page sets it. */
export type Mode = 'auto' | 'popup' | 'iframe' | 'redirect' | 'host';
/** How a call is really opened, once `auto` is decided. */
export type CallMode = Exclude<Mode, 'auto'>;

/** Why the first choice of a window did not do. */
export type DowngradeReason =
  /** The browser, or a sandboxed frame around the page, opens no window. */
  | 'popup-blocked'
  /** An installed app has no second window to come back from. */
  | 'standalone'
  /** A native shell's WebView loses a second window, or shows it in place of the page. */
  | 'webview'
  /** The page's Content-Security-Policy refuses the call's frame. */
  | 'frame-refused'
  /** Nothing was loaded into the frame. */
  | 'frame-empty'
  /** The page's Permissions-Policy keeps camera or microphone from the frame. */
  | 'camera-not-delegated';

/** A step down: what was wanted, what is done instead, and why. */
export interface Downgrade {
  readonly from: CallMode;
  /** How the call opens now, or at the next press. A first blocked popup leads to one more, straight to the link. */
  readonly to: CallMode;
  readonly reason: DowngradeReason;
}

export const MODES: readonly Mode[] = ['auto', 'popup', 'iframe', 'redirect', 'host'];

/**
 * Decides how a call opens on this page. `auto` is a popup window, but the same tab where a second window would be lost.
 * `iframe` gives way to a popup where the page may not lend its camera, as far as the browser tells.
 */
export function callMode(mode: Mode, page: Window = window): { mode: CallMode; downgrade: Downgrade | null } {
  if (mode === 'auto') {
    const reason =
      hasAppleBridge(page) || isInApp(page) ? 'webview' : isStandalone(page) ? 'standalone' : null;
    if (reason) return { mode: 'redirect', downgrade: { from: 'popup', to: 'redirect', reason } };
    return { mode: 'popup', downgrade: null };
  }
  if (
    mode === 'iframe' &&
    (isBlockedByPermissionsPolicy('camera', page) || isBlockedByPermissionsPolicy('microphone', page))
  )
    return { mode: 'popup', downgrade: { from: 'iframe', to: 'popup', reason: 'camera-not-delegated' } };
  return { mode, downgrade: null };
}

const displayModes = new WeakMap<Window, MediaQueryList>();

/** The list is kept, as it stays true by itself and making one costs as much as drawing the button. */
function isStandalone(page: Window): boolean {
  let list = displayModes.get(page);
  if (!list) {
    list = page.matchMedia('(display-mode: standalone), (display-mode: fullscreen)');
    displayModes.set(page, list);
  }
  return list.matches;
}

/** A native shell on an iPhone puts its bridge on the page. So do other makers' browsers there, which are no shells. */
function hasAppleBridge(page: Window): boolean {
  const webkit: unknown = 'webkit' in page ? page.webkit : undefined;
  const bridge = typeof webkit === 'object' && webkit !== null && 'messageHandlers' in webkit;
  return bridge && !/CriOS|FxiOS|EdgiOS/.test(page.navigator.userAgent);
}
