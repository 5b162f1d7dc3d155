import type { Timers } from '../device/timers.js';
import type { CallWindow } from './call-window.js';
import { watchWindow, type WindowEnd } from './watch-window.js';

/**
 * A call's window, from the customer's gesture on. It belongs to the page: it outlives the element that opened it, and
 * the journey of one endpoint.
 */
export interface PageCall {
  readonly window: CallWindow;
  /** Whether the window has been navigated to the call and still reads as open. False for a placeholder. */
  readonly isUp: boolean;
  /** Records that the window was navigated to the call. From now on its end is the end of a call. */
  markOpened(): void;
  /**
   * Calls `listener` once when the call's window is gone. The window is watched while there are subscribers. Returns a
   * function that unsubscribes.
   */
  subscribe(listener: (reason: WindowEnd) => void): () => void;
  /** Removes the call from the page and closes what belongs to the page. */
  release(): void;
}

/** The one call of this page, shared by all copies of this script through a well-known symbol. */
interface PageWithCall {
  [current]?: PageCall | undefined;
}
const current = Symbol.for('enkash-vkyc-button/call');
const page = globalThis as PageWithCall;

/** Registers a window as the call of this page. */
export function trackPageCall(window: CallWindow, timers: Timers): PageCall {
  const listeners = new Set<(reason: WindowEnd) => void>();
  let openedAt: number | null = null;
  let stopWatching: (() => void) | null = null;

  /** Starts or stops the watch, so that it runs exactly while somebody waits for the end of a call. */
  function updateWatch(): void {
    if (openedAt === null || listeners.size === 0) {
      stopWatching?.();
      stopWatching = null;
    } else stopWatching ??= watchWindow({ window, openedAt, timers, onEnd: notify });
  }

  function notify(reason: WindowEnd): void {
    stopWatching = null;
    const notified = [...listeners];
    listeners.clear();
    for (const listener of notified) listener(reason);
  }

  const call: PageCall = {
    window,
    get isUp() {
      return openedAt !== null && !window.closed;
    },
    markOpened() {
      openedAt = timers.monotonic();
      updateWatch();
    },
    subscribe(listener) {
      listeners.add(listener);
      updateWatch();
      return () => {
        listeners.delete(listener);
        updateWatch();
      };
    },
    release() {
      if (page[current] === call) page[current] = undefined;
      window.discard();
    },
  };
  page[current] = call;
  return call;
}

/** Brings the page's call to the front, from its placeholder on. False when no call's window can be observed. */
export function focusPageCall(): boolean {
  const call = page[current];
  if (!call || call.window.closed) return false;
  call.window.focus();
  return true;
}
