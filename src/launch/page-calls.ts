import type { Timers } from '../device/timers.js';
import type { CallMode } from './call-mode.js';
import type { CallWindow } from './call-window.js';
import { watchWindow } from './watch-window.js';

/** Why the call's window is gone. It says nothing about the outcome; see `vkyc-close`. */
export type CloseReason = 'user' | 'severed' | 'page' | 'replaced';

/** How a call ended, and when, in monotonic milliseconds. */
export interface CallEnd {
  readonly reason: CloseReason;
  readonly at: number;
}

/**
 * A call, from the customer's gesture on. It belongs to the page: it outlives the element that opened it and the journey
 * of one endpoint, and its end is remembered for the elements that come later.
 */
export interface PageCall {
  readonly mode: CallMode;
  /** Whether the call has been opened and has not ended, as far as the page knows. False for a placeholder. */
  readonly isUp: boolean;
  /** The window was navigated to the call: all followers but its owner are notified, and its end is the end of a call. */
  markOpened(): void;
  /** Ends the call for the whole page, once, and closes what belongs to the page. */
  end(reason: CloseReason): void;
}

/** Somebody who continues the call of the page, even if another journey opened it. */
export interface PageCallFollower {
  /** A call is up, or was when it ended unseen: `callEnded` follows at once then. */
  callOpened(call: PageCall): void;
  /** `reports`: whether this follower fires `vkyc-close`, which exactly one does for each call. */
  callEnded(call: PageCall, end: CallEnd, reports: boolean): void;
}

/** A call to be registered. */
export interface CallToTrack {
  readonly window: CallWindow;
  readonly mode: CallMode;
  /** Who opens it, and reports its end while it follows the page. */
  readonly owner: PageCallFollower;
  readonly timers: Timers;
}

interface TrackedCall extends PageCall {
  readonly window: CallWindow;
  /** The followers have changed: `newcomer` is notified of what it missed. */
  followersChanged(newcomer?: PageCallFollower): void;
  /** Brings the call to the front. False when its window cannot be observed. */
  focus(): boolean;
}

/** The one call of this page and its followers, shared by all copies of this script through a well-known symbol. */
interface PageRecord {
  current: TrackedCall | null;
  readonly followers: Set<PageCallFollower>;
}
const key = Symbol.for('enkash-vkyc-button/call');
const page = ((globalThis as { [key]?: PageRecord | undefined })[key] ??= {
  current: null,
  followers: new Set(),
});

/** A call that ended longer ago than this is forgotten, in milliseconds. */
const MEMORY_MS = 2 * 60 * 60_000;

/** Registers a window as the call of this page. */
export function trackPageCall({ window, mode, owner, timers }: CallToTrack): PageCall {
  let openedAt: number | null = null;
  let end: CallEnd | null = null;
  let isReported = false;
  let stopWatching: (() => void) | null = null;

  /** The watch runs exactly while somebody waits for the end of the call. A native shell has no window to watch. */
  function updateWatch(): void {
    if (openedAt === null || end || page.followers.size === 0 || mode === 'host') {
      stopWatching?.();
      stopWatching = null;
    } else
      stopWatching ??= watchWindow({
        window,
        openedAt,
        timers,
        // A dialog that the customer closes says so itself.
        onEnd: (reason) => call.end(mode === 'iframe' ? 'page' : reason),
      });
  }

  function notifyEnd(follower: PageCallFollower): void {
    if (!end) return;
    const reports = !isReported;
    isReported = true;
    follower.callEnded(call, end, reports);
  }

  const call: TrackedCall = {
    window,
    mode,
    get isUp() {
      return openedAt !== null && !end;
    },
    markOpened() {
      openedAt = timers.monotonic();
      updateWatch();
      for (const follower of [...page.followers]) if (follower !== owner) follower.callOpened(call);
    },
    end(reason) {
      if (end) return;
      end = { reason, at: timers.monotonic() };
      updateWatch();
      window.discard();
      if (openedAt === null) {
        if (page.current === call) page.current = null;
        return;
      }
      const others = [...page.followers].filter((follower) => follower !== owner);
      if (page.followers.has(owner)) notifyEnd(owner);
      others.forEach(notifyEnd);
    },
    followersChanged(newcomer) {
      updateWatch();
      if (openedAt === null) return;
      // Ends what still runs for a window, which itself stays open.
      if (page.followers.size === 0 && mode === 'popup') window.discard();
      if (!newcomer) return;
      if (end && isReported && timers.monotonic() - end.at > MEMORY_MS) return;
      newcomer.callOpened(call);
      notifyEnd(newcomer);
    },
    focus() {
      if (mode === 'host' || window.closed || (end && end.reason !== 'page')) return false;
      if (end) {
        // `close()` ended only the watch: the customer continues the same window instead of a second one.
        end = null;
        updateWatch();
        for (const follower of [...page.followers]) follower.callOpened(call);
      }
      window.focus();
      return true;
    },
  };
  page.current = call;
  return call;
}

/** The call of this page: a placeholder, one that is up, or the last one. */
export function currentPageCall(): PageCall | null {
  return page.current;
}

/** Continues the call of this page, now and whenever there is one. Returns a function that stops. */
export function followPageCall(follower: PageCallFollower): () => void {
  page.followers.add(follower);
  page.current?.followersChanged(follower);
  return () => {
    page.followers.delete(follower);
    page.current?.followersChanged();
  };
}

/** Brings the page's call to the front, from its placeholder on. False when no call's window can be observed. */
export function focusPageCall(): boolean {
  return page.current?.focus() ?? false;
}

/** A dialog whose element has left the page is gone without its customer: this ends its call. */
export function endLostDialog(): void {
  const { current } = page;
  if (current?.mode === 'iframe' && current.isUp && current.window.closed) current.end('page');
}
