import type { Timers } from '../device/timers.js';
import { ClosedHours } from '../session/http-failure.js';
import { toVkycError } from '../session/to-vkyc-error.js';
import { CHECK_TIMEOUT_MS, isAskingSafe, isAskingUseful } from './journey.js';
import type { JourneySession } from './journey-session.js';
import type { JourneyStore } from './journey-store.js';
import { firstDelayMs, grownDelayMs, isExhausted, nextDelayMs, paceOf, type PollPace } from './poll-pace.js';
import { createReturnCheck } from '../device/return-check.js';

/** When the backend's hours expire for all customers at once, their requests are spread over this time. */
const REFRESH_SPREAD_MS = 10_000;

/** The page, as far as polling depends on it. */
export interface VisibilityEnv {
  readonly hidden: boolean;
  readonly online: boolean;
}

/**
 * Fetches the customer's status, one request at a time, and polls it at the pace that the journey's state needs. The
 * backend's `pollAfter` and `Retry-After` take precedence over that pace.
 */
export interface StatusPoller {
  /**
   * Fetches the status where nobody has asked for it: not where that may end a call. Concurrent calls share one request.
   * Resolves when the answer is dispatched; never rejects.
   */
  fetchStatus(): Promise<void>;
  /** Fetches the status for somebody who waits for the answer: a failure is then shown. */
  refresh(): Promise<void>;
  /** The page was hidden or shown, went offline or online, or got the focus; `isBlurred`: or lost it. */
  pageChanged(isBlurred?: boolean): void;
  /** Starts to follow the state, after creation or `suspend`. */
  resume(): void;
  /** Stops all polling and timers. */
  suspend(): void;
}

/** What a status poller is built on. */
export interface StatusPollerOptions {
  readonly store: JourneyStore;
  readonly session: JourneySession;
  readonly timers: Timers;
  /** The page's own unless given. */
  readonly visibility?: () => VisibilityEnv;
}

const pageVisibility = (): VisibilityEnv => ({ hidden: document.hidden, online: navigator.onLine });

export function createStatusPoller(options: StatusPollerOptions): StatusPoller {
  const { store, session, timers, visibility = pageVisibility } = options;
  const returnCheck = createReturnCheck(timers.monotonic);
  let suspended = true;
  let inFlight: Promise<void> | null = null;
  let userInitiated = false;
  let pace: PollPace | null = null;
  let baseMs = firstDelayMs(pace);
  /** What the last answer says about the next poll; `'never'`: asking may mint a link, so no timer polls. */
  let pollAfter: number | 'never' | null = null;
  /** Whether a poll has used that interval. */
  let isUsed = true;
  /** The backend accepts no poll before this moment (monotonic milliseconds). */
  let notBefore = -Infinity;
  let startedAt = 0;
  let hiddenSince: number | null = null;
  let polls = 0;
  let polling = false;
  let cancelPoll = () => {};
  let cancelRefresh = () => {};
  let cancelCheckTimeout: (() => void) | null = null;

  async function fetchStatus(): Promise<void> {
    if (isAskingSafe(store.state)) await request();
  }

  function request(): Promise<void> {
    if (inFlight) return inFlight;
    cancelRefresh();
    returnCheck.requested();
    const sent = sendRequest().finally(() => {
      if (inFlight === sent) inFlight = null;
    });
    inFlight = sent;
    return sent;
  }

  async function sendRequest(): Promise<void> {
    const { signal } = session;
    try {
      const reply = await session.fetchStatus();
      pollAfter = reply && reply.answer.link === null ? reply.answer.pollAfter : 'never';
      isUsed = false;
      sync();
      schedulePoll();
      if (!reply) store.dispatch({ type: 'status-failed', failure: null, userInitiated });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ClosedHours) store.dispatch({ type: 'closed-by-server', opensAt: error.opensAt });
      const failure = toVkycError(error);
      if (failure?.retryAfter !== undefined) notBefore = timers.monotonic() + failure.retryAfter * 1000;
      schedulePoll();
      store.dispatch({ type: 'status-failed', failure, userInitiated });
    }
  }

  async function refresh(): Promise<void> {
    userInitiated = true;
    await request();
    userInitiated = false;
  }

  /** Polls after the request in flight, which may have been answered too early to contain the outcome. */
  async function revalidate(): Promise<void> {
    await inFlight;
    if (pace !== null) await pollNow();
  }

  function scheduleRefresh(): void {
    cancelRefresh();
    cancelRefresh = timers.after(REFRESH_SPREAD_MS * timers.random(), () => {
      void Promise.resolve(inFlight).then(fetchStatus);
    });
  }

  async function poll(): Promise<void> {
    cancelPoll();
    polling = true;
    polls++;
    isUsed = true;
    await request();
    polling = false;
    baseMs = grownDelayMs(baseMs);
    schedulePoll();
  }

  /** Polls at once: the window is gone, the page is visible again, the network is back. */
  async function pollNow(): Promise<void> {
    if (suspended || polling || !isAskingUseful(store.state)) return;
    if (!visibility().online || timers.monotonic() < notBefore) return;
    // The delays restart after this poll.
    baseMs = 0;
    await poll();
  }

  function schedulePoll(): void {
    if (polling) return;
    cancelPoll();
    const { hidden, online } = visibility();
    const now = timers.monotonic();
    hiddenSince = hidden ? (hiddenSince ?? now) : null;
    const run = { elapsedMs: now - startedAt, hiddenMs: now - (hiddenSince ?? now), polls };
    if (pace === null || pollAfter === 'never' || store.state.mayMint || !online || isExhausted(run)) return;
    if (pace === 'gentle' && hidden) return;
    const serverIntervalMs = isUsed ? null : pollAfter;
    const delayMs = nextDelayMs({ pace, baseMs, serverIntervalMs, hidden, random: timers.random() });
    cancelPoll = timers.after(Math.max(delayMs, notBefore - now), () => void poll());
  }

  /** Null stops polling. A change of pace restarts the delays. */
  function setPace(next: PollPace | null): void {
    if (next === pace) return;
    if (pace === null) {
      startedAt = timers.monotonic();
      polls = 0;
    }
    pace = next;
    baseMs = firstDelayMs(pace);
    schedulePoll();
  }

  /** Starts and stops everything to match the journey's state. */
  function sync(): void {
    if (suspended) return;
    const journey = store.state;
    setPace(paceOf(journey, typeof pollAfter === 'number'));
    if (journey.state !== 'checking') stopCheck();
    else if (!cancelCheckTimeout) {
      cancelCheckTimeout = timers.after(CHECK_TIMEOUT_MS, checkTimedOut);
      void revalidate();
    }
  }

  function checkTimedOut(): void {
    if (store.dispatch({ type: 'check-timed-out' }).state === 'loading') void fetchStatus();
  }

  function stopCheck(): void {
    cancelCheckTimeout?.();
    cancelCheckTimeout = null;
  }

  store.subscribe(({ before, action, after }) => {
    sync();
    if (after.lastAttempt === 'ended' && before.lastAttempt !== 'ended') void revalidate();
    if (action.type === 'hours-changed' && action.backendHoursExpired && !suspended) scheduleRefresh();
  });

  return {
    fetchStatus,
    refresh,
    pageChanged(isBlurred = false) {
      const { hidden, online } = visibility();
      if (returnCheck.cameBack(hidden || !online || isBlurred)) void pollNow();
      else schedulePoll();
    },
    resume() {
      suspended = false;
      sync();
      void fetchStatus();
    },
    suspend() {
      suspended = true;
      inFlight = null;
      cancelRefresh();
      stopCheck();
      setPace(null);
    },
  };
}
