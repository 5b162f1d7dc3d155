import { callMode, type CallMode, type Downgrade, type DowngradeReason, type Mode } from './call-mode.js';

/** Remembers what did not work on this page, and which way of opening the call comes next. */
export function createLadder() {
  let next: 'popup' | 'redirect' | null = null;
  let blocked = 0;

  /** How the next start opens. `host` and `redirect` are the page's word and stay. */
  function plan(mode: Mode): { readonly mode: CallMode; readonly downgrade: Downgrade | null } {
    return next && mode !== 'host' && mode !== 'redirect' ? { mode: next, downgrade: null } : callMode(mode);
  }

  return {
    plan,
    /** The browser opened no window: once, a second click with the link at hand may do; twice, only the same tab is left. */
    popupBlocked(): Downgrade {
      next = blocked++ === 0 ? 'popup' : 'redirect';
      return { from: 'popup', to: next, reason: 'popup-blocked' };
    },
    /** The frame shows no call: from here on a window. */
    frameFailed(reason: DowngradeReason): Downgrade {
      next = 'popup';
      return { from: 'iframe', to: next, reason };
    },
    /** A window opened after all. */
    opened(): void {
      blocked = 0;
    },
  };
}
