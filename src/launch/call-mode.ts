import { isInApp } from '../device/is-in-app.js';
import { isBlockedByPermissionsPolicy, type DeviceEnvironment } from '../device/device-environment.js';

/** How the element may open the call, as the page sets it. */
export type Mode = 'auto' | 'popup' | 'iframe' | 'redirect' | 'host';
/** How a call actually opens, once `auto` is resolved. */
export type CallMode = Exclude<Mode, 'auto'>;

/** Why the first choice did not work. */
export type DowngradeReason =
  /** The browser, or a sandboxed frame around the page, blocks windows. */
  | 'popup-blocked'
  /** An installed app has no second window to return from. */
  | 'standalone'
  /** A native shell's WebView loses a second window, or shows it instead of the page. */
  | 'webview'
  /** The page's Content-Security-Policy blocks the call's frame. */
  | 'frame-refused'
  /** Nothing was loaded into the frame, or the code of the dialog around it did not load. */
  | 'frame-empty'
  /** The dialog around the frame has no box, because the page hides the element. */
  | 'frame-hidden'
  /** The page's Permissions-Policy does not let it delegate camera or microphone to a frame. */
  | 'camera-not-delegated'
  /** The page is not a secure context, or its browser has no cameras for pages. */
  | 'insecure'
  /** The page is in a frame that may not navigate the tab. */
  | 'tab-refused';

/** A change from one way of opening the call to another, and why. */
export interface Downgrade {
  readonly from: CallMode;
  /** How the call opens now, or at the next press. After a first blocked popup that is a popup straight to the link. */
  readonly to: CallMode;
  readonly reason: DowngradeReason;
}

export const MODES: readonly Mode[] = ['auto', 'popup', 'iframe', 'redirect', 'host'];

/**
 * Resolves how a call opens on this page. `auto` is a popup window, but the same tab where a second window would be
 * lost. `iframe` falls back to a popup where the page has no camera, or may not delegate it as far as the browser reports.
 */
export function callMode(mode: Mode, win: Window = window): { mode: CallMode; downgrade: Downgrade | null } {
  if (mode === 'auto') {
    const reason = hasAppleBridge(win) || isInApp(win) ? 'webview' : isStandalone(win) ? 'standalone' : null;
    if (reason) return { mode: 'redirect', downgrade: { from: 'popup', to: 'redirect', reason } };
    return { mode: 'popup', downgrade: null };
  }
  const reason = mode === 'iframe' ? whyNoCamera(win) : null;
  if (reason) return { mode: 'popup', downgrade: { from: 'iframe', to: 'popup', reason } };
  return { mode, downgrade: null };
}

/** Why a frame in this page can have no camera; null if nothing is known to prevent it. */
function whyNoCamera(win: Window): DowngradeReason | null {
  const { isSecureContext, navigator }: DeviceEnvironment = win;
  if (!isSecureContext || !navigator.mediaDevices) return 'insecure';
  const isBlocked = (['camera', 'microphone'] as const).some((name) =>
    isBlockedByPermissionsPolicy(name, win),
  );
  return isBlocked ? 'camera-not-delegated' : null;
}

const displayModes = new WeakMap<Window, MediaQueryList>();

/** The list is cached: it is live, and creating one costs as much as rendering the button. */
function isStandalone(win: Window): boolean {
  let list = displayModes.get(win);
  if (!list) {
    // jsdom has no media queries.
    list = (win as Partial<Window>).matchMedia?.('(display-mode: standalone), (display-mode: fullscreen)');
    if (!list) return false;
    displayModes.set(win, list);
  }
  return list.matches;
}

/** A native shell on iOS injects this bridge. Third-party iOS browsers do too, and are not shells. */
function hasAppleBridge(win: Window): boolean {
  const webkit: unknown = 'webkit' in win ? win.webkit : undefined;
  const bridge = typeof webkit === 'object' && webkit !== null && 'messageHandlers' in webkit;
  return bridge && !/CriOS|FxiOS|EdgiOS/.test(win.navigator.userAgent);
}
