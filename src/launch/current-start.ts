import type { Timers } from '../device/timers.js';
import type { CallMode } from './call-mode.js';
import type { CallWindow } from './call-window.js';
import { trackPageCall, type PageCall, type PageCallFollower } from './page-calls.js';
import { keepPendingStart, type PendingStart } from './pending-start.js';
import type { StartRequest } from './start-request.js';

/** A start from the press until its call opens: what was asked for, and the window that waits for the link. */
export interface CurrentStart {
  /** The window as the page tracks it; null without one. */
  readonly placeholder: PageCall | null;
  /** Whether a window of its own waits for the link. */
  readonly waitsInWindow: boolean;
  /** Another number for each start, so that a link which arrives late for an ended one is not used. */
  readonly id: number;
  /** A press, before anything opens. */
  pressed(request: StartRequest): void;
  /** A window has opened for it; with the request, if another journey could continue in that window. */
  track(window: CallWindow, mode: CallMode, request?: StartRequest): void;
  /** The call is on screen: there is nothing left to give up. Returns its window, if it has one. */
  complete(): PageCall | null;
  /** Gives up, and closes the window. */
  giveUp(): void;
  /** Leaves a press that has not led to a call to another journey, with its window. Gives up anything else. */
  handOver(): void;
}

/** What a current start is built on. */
export interface CurrentStartOptions {
  /** Hears what becomes of the window. */
  readonly owner: PageCallFollower;
  readonly timers: Timers;
}

export function createCurrentStart({ owner, timers }: CurrentStartOptions): CurrentStart {
  let placeholder: PageCall | null = null;
  let pending: PendingStart | null = null;
  let id = 0;

  function giveUp(): void {
    id++;
    placeholder?.end('page');
    placeholder = null;
    pending = null;
  }

  return {
    get placeholder() {
      return placeholder;
    },
    get waitsInWindow() {
      return Boolean(pending?.window);
    },
    get id() {
      return id;
    },
    pressed(request) {
      pending = { request, window: null };
    },
    track(window, mode, request) {
      placeholder = trackPageCall({ window, mode, owner, timers });
      if (request) pending = { request, window };
    },
    complete() {
      const opened = placeholder;
      placeholder = null;
      pending = null;
      return opened;
    },
    giveUp,
    handOver() {
      if (pending) keepPendingStart(pending, timers.after);
      // The window of a kept press stays open.
      if (pending?.window) placeholder = null;
      giveUp();
    },
  };
}
