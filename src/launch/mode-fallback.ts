import { callMode, type CallMode, type Downgrade, type DowngradeReason, type Mode } from './call-mode.js';

/** How a call opens now, and the downgrade from the page's setting that this is, reported once. */
export interface ResolvedMode {
  readonly mode: CallMode;
  readonly downgrade: Downgrade | null;
}

/** Remembers which ways of opening a call failed on this page, and chooses the next one. */
export interface ModeFallback {
  /** How the next start opens. `host` is the page's decision and never changes, `redirect` only where it is not possible. */
  resolveMode(mode: Mode): ResolvedMode;
  /**
   * The browser blocked the popup. After the first time another click, with the link already loaded, may succeed;
   * after the second only this tab is left.
   */
  popupBlocked(): Downgrade;
  popupOpened(): void;
  /** The frame shows no call: from now on a window opens instead. */
  frameFailed(reason: DowngradeReason): Downgrade;
  /** The tab cannot be navigated: from now on the call opens in the page. Null if the page has no camera for that. */
  tabRefused(): Downgrade | null;
}

export function createModeFallback(): ModeFallback {
  let next: Exclude<CallMode, 'host'> | null = null;
  let blockedPopups = 0;

  return {
    resolveMode: (mode) =>
      next && mode !== 'host' && (mode !== 'redirect' || next === 'iframe')
        ? { mode: next, downgrade: null }
        : callMode(mode),
    popupBlocked() {
      next = blockedPopups++ === 0 ? 'popup' : 'redirect';
      return { from: 'popup', to: next, reason: 'popup-blocked' };
    },
    popupOpened() {
      blockedPopups = 0;
    },
    frameFailed(reason) {
      next = 'popup';
      return { from: 'iframe', to: next, reason };
    },
    tabRefused() {
      if (callMode('iframe').mode !== 'iframe') return null;
      next = 'iframe';
      return { from: 'redirect', to: next, reason: 'tab-refused' };
    },
  };
}
