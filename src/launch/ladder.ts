import { callMode, type CallMode, type Downgrade, type DowngradeReason, type Mode } from './call-mode.js';

/** Remembers what did not work on this page, and which way of opening the call comes next. */
export class Ladder {
  #next: 'popup' | 'redirect' | null = null;
  #blocked = 0;

  /** How the next start opens. `host` and `redirect` are the page's word and stay. */
  plan(mode: Mode): { readonly mode: CallMode; readonly downgrade: Downgrade | null } {
    if (this.#next && mode !== 'host' && mode !== 'redirect') return { mode: this.#next, downgrade: null };
    return callMode(mode);
  }

  /** The browser opened no window: once, a second click with the link at hand may do; twice, only the same tab is left. */
  popupBlocked(): Downgrade {
    const to = this.#blocked++ === 0 ? 'popup' : 'redirect';
    this.#next = to;
    return { from: 'popup', to, reason: 'popup-blocked' };
  }

  /** The frame shows no call: from here on a window. */
  frameFailed(reason: DowngradeReason): Downgrade {
    this.#next = 'popup';
    return { from: 'iframe', to: 'popup', reason };
  }

  /** A window opened after all. */
  opened(): void {
    this.#blocked = 0;
  }
}
