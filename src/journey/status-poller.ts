import type { Timers } from '../device/timers.js';
import { ClosedHours } from '../session/http-failure.js';
import { toVkycError } from '../session/to-vkyc-error.js';
import type { JourneySession } from './journey-session.js';
import type { JourneyStore } from './journey-store.js';
import { firstDelayMs, grownDelayMs, isExhausted, nextDelayMs, paceOf, type PollPace } from './poll-pace.js';

/** How long the button shows "checking" before the customer can use it again. */
const CHECK_TIMEOUT_MS = 60_000;

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
  /** Fetches the status; concurrent calls share one request. Resolves when the answer is dispatched; never rejects. */
  fetchStatus(): Promise<void>;
  /** As {@link fetchStatus}, for somebody who waits for the answer: a failure is then shown. */
  refresh(): Promise<void>;
  /** The page was hidden or shown, or went offline or online. */
  pageChanged(): void;
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
  let suspended = true;
  let inFlight: Promise<void> | null = null;
  let userInitiated = false;
  let pace: PollPace | null = null;
  let baseMs = firstDelayMs(pace);
  /** `'never'`: asking may mint a link, so no timer polls. */
  let serverInterval: number | 'never' | null = null;
  /** The backend accepts no poll before this moment (monotonic milliseconds). */
  let notBefore = -Infinity;
  let startedAt = 0;
  let hiddenSince: number | null = null;
  let polls = 0;
  let polling = false;
  let cancelPoll = () => {};
  let cancelRefresh = () => {};
  let cancelCheckTimeout: (() => void) | null = null;

  function fetchStatus(): Promise<void> {
    if (inFlight) return inFlight;
    cancelRefresh();
    const request = sendRequest().finally(() => {
      if (inFlight === request) inFlight = null;
    });
    inFlight = request;
    return request;
  }

  async function sendRequest(): Promise<void> {
    const { signal } = session;
    try {
      const reply = await session.fetchStatus();
      setServerInterval(reply && reply.answer.link === null ? reply.answer.pollAfter : 'never');
      if (!reply) store.dispatch({ type: 'status-failed', failure: null, userInitiated });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ClosedHours) store.dispatch({ type: 'closed-by-server', opensAt: error.opensAt });
      const failure = toVkycError(error);
      if (failure?.retryAfter !== undefined) backOff(failure.retryAfter * 1000);
      store.dispatch({ type: 'status-failed', failure, userInitiated });
    }
  }

  async function refresh(): Promise<void> {
    userInitiated = true;
    await fetchStatus();
    userInitiated = false;
  }

  /** Polls after the request in flight, which may have been answered too early to contain the outcome. */
  async function revalidate(): Promise<void> {
    await inFlight;
    await pollNow();
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
    if (serverInterval !== 'never') serverInterval = null;
    await fetchStatus();
    polling = false;
    baseMs = grownDelayMs(baseMs);
    schedulePoll();
  }

  /** Polls at once if polling at all: the window is gone, the page is visible again, the network is back. */
  async function pollNow(): Promise<void> {
    if (pace === null || polling || !visibility().online || timers.monotonic() < notBefore) return;
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
    if (pace === null || serverInterval === 'never' || !online || isExhausted(run)) return;
    const delayMs = nextDelayMs({
      baseMs,
      serverIntervalMs: serverInterval,
      hidden,
      random: timers.random(),
    });
    cancelPoll = timers.after(delayMs, () => void poll());
  }

  /** The backend's interval for the next poll, in milliseconds. */
  function setServerInterval(pollAfter: number | 'never' | null): void {
    serverInterval = pollAfter;
    schedulePoll();
  }

  /** The backend accepts no poll for this time, whatever the occasion. */
  function backOff(pauseMs: number): void {
    notBefore = timers.monotonic() + pauseMs;
    setServerInterval(pauseMs);
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
    setPace(paceOf(journey));
    if (journey.state !== 'checking') stopCheck();
    else if (!cancelCheckTimeout) {
      cancelCheckTimeout = timers.after(CHECK_TIMEOUT_MS, () => store.dispatch({ type: 'check-timed-out' }));
      void revalidate();
    }
  }

  function stopCheck(): void {
    cancelCheckTimeout?.();
    cancelCheckTimeout = null;
  }

  store.subscribe(({ action }) => {
    sync();
    if (action.type === 'hours-changed' && action.backendHoursExpired && !suspended) scheduleRefresh();
  });

  return {
    fetchStatus,
    refresh,
    pageChanged() {
      const { hidden, online } = visibility();
      if (hidden || !online) schedulePoll();
      else void pollNow();
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
