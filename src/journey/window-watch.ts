import type { Timers } from './timers.js';

const LOOK_EVERY = 1_000;
const LOOK_TWICE = 250;
/** A window that reads as closed this soon after it left for the call was cut off by the call's page, not closed. */
const SEVERED_WITHIN = 2_000;

/**
 * Looks at a window that left for the call at a (monotonic) moment, until it reads as closed, twice in a row, and tells
 * once: `user` closed it, or it was `severed` from our sight and may live on. Returns the way to stop looking.
 */
export function watchWindow(
  call: { readonly closed: boolean },
  leftAt: number,
  gone: (reason: 'user' | 'severed') => void,
  timers: Timers,
): () => void {
  let cancel = timers.after(LOOK_EVERY, look);
  function look(): void {
    if (!call.closed) {
      cancel = timers.after(LOOK_EVERY, look);
      return;
    }
    const seenAt = timers.monotonic();
    cancel = timers.after(LOOK_TWICE, () => {
      if (!call.closed) look();
      else gone(seenAt - leftAt < SEVERED_WITHIN ? 'severed' : 'user');
    });
  }
  return () => cancel();
}
