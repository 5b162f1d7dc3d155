import type { Timers } from '../device/timers.js';
import type { CallWindow } from './call-window.js';
import type { StartRequest } from './start-request.js';

/** A press that has not led to a call when the elements of its journey left, such as for a fresh endpoint. */
export interface PendingStart {
  readonly request: StartRequest;
  /** The window that the press has opened; null where a call needs none. */
  readonly window: CallWindow | null;
}

/** Continues a press in another journey. */
type Continue = (start: PendingStart) => void;

/** How long a page may take to show another element, in milliseconds. After that the press is given up. */
const MAX_PENDING_MS = 5_000;

/** The journeys that are shown, the newest last. */
const journeys = new Set<Continue>();
let pending: PendingStart | null = null;
let cancelWait = () => {};

/** Keeps a press for the next journey that the page shows, else for one that it shows already. */
export function keepPendingStart(start: PendingStart, after: Timers['after']): void {
  discardPendingStart();
  pending = start;
  cancelWait = after(0, () => {
    const newest = [...journeys].at(-1);
    if (newest) newest(consume(start));
    else cancelWait = after(MAX_PENDING_MS, discardPendingStart);
  });
}

/** Continues a press that was kept, now or later. Returns a function that stops. */
export function continuePendingStarts(continueStart: Continue): () => void {
  journeys.add(continueStart);
  if (pending) continueStart(consume(pending));
  return () => void journeys.delete(continueStart);
}

function consume(start: PendingStart): PendingStart {
  cancelWait();
  pending = null;
  return start;
}

/** Gives up a press that was kept, and closes its window. */
export function discardPendingStart(): void {
  if (pending) consume(pending).window?.discard();
}
