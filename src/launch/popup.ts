import type { Timers } from '../device/timers.js';
import type { CallWindow } from './call-window.js';
import { isUsableWindow } from './usable-window.js';

/** What the customer reads in the new window until the call appears. */
export interface Placeholder {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly text: string;
}

/** How long the window may take to leave for the call before the customer is offered another way. */
const LEAVE_TIMEOUT_MS = 2_000;

/** The text in the middle, below a spinner, in the same words as the minified style sheets, which compresses well. */
const PLACEHOLDER_STYLE =
  'body{display:grid;place-content:center;justify-items:center;height:90vh;margin:1rem;text-align:center;font:1.125rem/2 system-ui;color-scheme:light dark}' +
  'body:before{content:"";block-size:2rem;inline-size:2rem;border:2px solid;border-inline-end-color:#0000;border-radius:50%;animation:.9s linear infinite turn}@keyframes turn{to{rotate:1turn}}@media (prefers-reduced-motion:reduce){body:before{border:2px dotted;animation:none}}';

/** A window to be opened. */
export interface PopupRequest {
  readonly placeholder: Placeholder;
  readonly after: Timers['after'];
  /** The opening window; the page's own unless given. */
  readonly win?: Window;
}

/**
 * Opens a window for the call, which shows the placeholder until `go`. Must run in the customer's gesture, before
 * anything is awaited. Returns null when there is no usable window.
 *
 * The window never opens at the link: browsers that block it would print the link in their console.
 */
export function openPopup({ placeholder, after, win = window }: PopupRequest): CallWindow | null {
  const popup = openWindow(win);
  if (!popup) return null;
  let isPlaceholder = true;
  let isLost = false;
  let cancelCheck = () => {};
  writePlaceholder(popup, placeholder);

  const isClosed = () => {
    try {
      return popup.closed;
    } catch {
      isLost = true;
      return true;
    }
  };

  const isUnseen = () => {
    const { document } = win;
    return !document.hidden && document.hasFocus() && !hasLeft(popup, win);
  };

  return {
    get closed() {
      return isClosed();
    },
    get lost() {
      return isLost;
    },
    focus() {
      attempt(() => popup.focus());
    },
    go(link, onUnseen) {
      if (isClosed()) return false;
      const left = attempt(() => leave(popup, { link, win }));
      isPlaceholder = !left;
      if (left) cancelCheck = after(LEAVE_TIMEOUT_MS, () => isUnseen() && onUnseen?.());
      return left;
    },
    discard() {
      cancelCheck();
      if (isPlaceholder) attempt(() => popup.close());
    },
  };
}

/** The name is random, so that no other page can reach the window by its name. */
function openWindow(win: Window): Window | null {
  try {
    const name = `enkash-vkyc-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
    const popup: unknown = win.open('', name, isPhone(win) ? '' : centredFeatures(win));
    return isUsableWindow(popup, win) ? popup : null;
  } catch {
    // Firefox throws instead of returning null in a sandboxed frame without allow-popups.
    return null;
  }
}

/**
 * The vendor's page must not navigate ours, so the window loses its opener just before it leaves. `noopener` would lose
 * our handle and look like a blocked window. In a sandboxed frame Chromium lets only the opener navigate a window: there
 * the order is the other way round, which is still before anything was loaded.
 */
function leave(popup: Window, { link, win }: { link: URL; win: Window }): void {
  const isFramed = win.parent !== win;
  if (!isFramed) cutOpener(popup);
  popup.location.replace(link.href);
  if (isFramed) cutOpener(popup);
}

function cutOpener(popup: Window): void {
  attempt(() => {
    popup.opener = null;
  });
}

/** Whether the window shows the call: then it can no longer be read, unless the call is on our own origin. */
function hasLeft(popup: Window, { location }: Window): boolean {
  try {
    return popup.location.origin === location.origin;
  } catch (error) {
    return error instanceof DOMException;
  }
}

/** Runs what may throw: what looks like a window may be a stand-in, or no longer be one. Returns whether it did not. */
function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/** A page with an opaque origin (a sandboxed frame) may not write here; the window works without text. */
function writePlaceholder(popup: Window, { lang, dir, title, text }: Placeholder): void {
  attempt(() => {
    const { body, documentElement, defaultView } = popup.document;
    // A stand-in may have some other document.
    if (defaultView !== popup) return;
    documentElement.lang = lang;
    documentElement.dir = dir;
    popup.document.title = title;
    body.textContent = text;
    // A sheet made by script is allowed by a strict Content-Security-Policy. It has to be one of the window's own.
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(PLACEHOLDER_STYLE);
    popup.document.adoptedStyleSheets = [sheet];
  });
}

/** A phone gets a plain tab: window features there give a tab at best and a lost window at worst. */
function isPhone(win: Window): boolean {
  return win.matchMedia('(pointer: coarse), (max-width: 767px)').matches;
}

function centredFeatures({ screen, screenX, screenY, outerWidth, outerHeight }: Window): string {
  const width = Math.min(520, screen.availWidth);
  const height = Math.min(780, screen.availHeight);
  const left = Math.max(0, Math.round(screenX + (outerWidth - width) / 2));
  const top = Math.max(0, Math.round(screenY + (outerHeight - height) / 2));
  return `popup,width=${width},height=${height},left=${left},top=${top}`;
}
