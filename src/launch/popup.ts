import type { CallWindow } from './call-window.js';

/** What the customer reads in the new window until the call appears. */
export interface Placeholder {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly text: string;
}

/** A window to be opened. */
export interface PopupRequest {
  readonly placeholder: Placeholder;
  /** Where the window goes at once; null shows the placeholder until `go`. */
  readonly link: URL | null;
  /** The opening window; the page's own unless given. */
  readonly win?: Window;
}

/**
 * Opens the call in a window of its own. Must run in the customer's gesture, before anything is awaited. Returns null
 * when the browser blocks it.
 */
export function openPopup({ placeholder, link, win = window }: PopupRequest): CallWindow | null {
  const popup = openWindow(link?.href ?? '', win);
  if (!popup) return null;
  let isPlaceholder = !link;
  if (isPlaceholder) writePlaceholder(popup, placeholder);
  else cutOpener(popup);
  return {
    get closed() {
      return popup.closed;
    },
    focus: () => popup.focus(),
    go(target) {
      if (popup.closed) return false;
      isPlaceholder = false;
      cutOpener(popup);
      popup.location.replace(target.href);
      return true;
    },
    discard() {
      if (isPlaceholder) popup.close();
    },
  };
}

/** The name is random, so that no other page can reach the window by its name. */
function openWindow(url: string, win: Window): Window | null {
  const name = `enkash-vkyc-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  try {
    const popup = win.open(url, name, isPhone(win) ? '' : centredFeatures(win));
    return popup && !popup.closed ? popup : null;
  } catch {
    // Firefox throws instead of returning null in a sandboxed frame without allow-popups.
    return null;
  }
}

/** The vendor's page must not navigate ours. `noopener` would lose our handle and look like a blocked window. */
function cutOpener(popup: Window): void {
  try {
    popup.opener = null;
  } catch {
    // Already on another origin, where its opener can no longer be changed from here.
  }
}

function writePlaceholder(popup: Window, { lang, dir, title, text }: Placeholder): void {
  try {
    const { body, documentElement } = popup.document;
    documentElement.lang = lang;
    documentElement.dir = dir;
    popup.document.title = title;
    body.textContent = text;
    // Set through the CSSOM, which a strict Content-Security-Policy allows.
    body.style.cssText =
      'display:grid;place-content:center;min-height:90vh;margin:1rem;text-align:center;font:1.125rem/1.5 system-ui,sans-serif;color-scheme:light dark';
  } catch {
    // A page with an opaque origin (a sandboxed frame) may not write here; the window works without text.
  }
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
