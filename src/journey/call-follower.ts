import type { Timers } from '../device/timers.js';
import {
  currentPageCall,
  followPageCall,
  type PageCall,
  type PageCallFollower,
} from '../launch/page-calls.js';
import { forgetCall, rememberCall, rememberedPlace } from '../launch/remembered-call.js';
import { CHECK_TIMEOUT_MS, type Journey, type JourneyAction } from './journey.js';

/** Continues the call of the page for one journey, even if another journey opened it. */
export interface CallFollower extends PageCallFollower {
  /** The journey's own call has opened. */
  opened(call: PageCall): void;
  follow(): void;
  unfollow(): void;
}

/** What a call follower is built on. */
export interface CallFollowerOptions {
  /** The journey: see `JourneyStore`. */
  readonly store: { readonly state: Journey; dispatch(action: JourneyAction): unknown };
  readonly timers: Pick<Timers, 'monotonic' | 'now'>;
}

/** The journeys that opened the calls, as they were then, for the journeys that continue these calls. */
const origins = new WeakMap<PageCall, Journey>();

export function createCallFollower({ store, timers }: CallFollowerOptions): CallFollower {
  /** The call that is up on the page, as far as this journey knows. */
  let followed: PageCall | null = null;
  let stop = () => {};

  const follower: CallFollower = {
    opened(call) {
      followed = call;
      origins.set(call, store.state);
      if (call.mode === 'popup') rememberCall('window', timers.now());
      call.markOpened();
    },
    callOpened(call) {
      followed = call;
      store.dispatch({ type: 'call-found', mode: call.mode, origin: origins.get(call) ?? null });
    },
    callEnded(call, { reason, at }, reports) {
      if (call !== followed) return;
      followed = null;
      if (call.mode === 'popup' && reason === 'user') forgetCall('window');
      store.dispatch({ type: 'call-ended', reason, reportAs: reports ? call.mode : null });
      if (timers.monotonic() - at >= CHECK_TIMEOUT_MS) store.dispatch({ type: 'check-timed-out' });
    },
    follow() {
      stop();
      stop = followPageCall(follower);
      const place = rememberedPlace(timers.now());
      // Of a window that this very page has opened, the page knows more.
      if (place === 'phone' || (place && !currentPageCall()))
        store.dispatch({ type: 'call-remembered', place });
    },
    unfollow() {
      stop();
      followed = null;
    },
  };
  return follower;
}
