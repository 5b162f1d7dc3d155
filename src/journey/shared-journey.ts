import { browserTimers, type Timers } from '../device/timers.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import type { TimeSource } from '../hours/server-clock.js';
import type { Mode } from '../launch/call-mode.js';
import type { ResolvedMode } from '../launch/mode-fallback.js';
import { currentPageCall, endLostDialog } from '../launch/page-calls.js';
import { rememberCall } from '../launch/remembered-call.js';
import type { LinkHosts } from '../link/check-link.js';
import { createSession, type RenewalWay } from '../session/session.js';
import type { StatusPhases } from '../status/phase.js';
import { createCallLauncher } from './call-launcher.js';
import { mayPrefetch, type Journey, type JourneyChange } from './journey.js';
import { createJourneySession } from './journey-session.js';
import { createJourneyStore } from './journey-store.js';
import { createLinkCache } from './link-cache.js';
import { createOpeningHours } from './opening-hours.js';
import { listenToPage } from './page-events.js';
import type { StartRequest } from './start-request.js';
import { createStatusPoller } from './status-poller.js';

/** The settings of the page that concern a journey. */
export interface JourneySettings {
  readonly schedule: ScheduleSettings;
  readonly statusPhases: StatusPhases | undefined;
}

/** An element that shows a journey. */
export interface JourneyObserver {
  /** Shows the journey, after each action that changed it. */
  journeyChanged(): void;
  /** Reports to the page, once every element shows the change; also after an action that changed nothing. */
  journeyReported(change: JourneyChange): void;
  /** Asks the page for a fresh endpoint; null when it cannot provide one in this way. */
  renewEndpoint(way: RenewalWay): Promise<string> | null;
}

/**
 * The journey of one endpoint on this page, shared by all elements that show it. It never renders, and nothing it does
 * throws into the page.
 */
export interface SharedJourney {
  readonly state: Journey;
  /** Whose clock the availability is based on: `device` until the first answer with a time. */
  readonly clock: TimeSource;
  /** The element that fires the events which concern the journey once: the one used last, else the first to join. */
  readonly activeView: JourneyObserver | null;
  setActiveView(observer: JourneyObserver): void;
  /** Milliseconds until the backend accepts a request, as it told with `Retry-After`; 0 when it does. */
  readonly waitMs: number;
  /** The time that the journey goes by, in epoch milliseconds. */
  now(): number;
  /** Subscribes an element. The first one starts the journey, which continues the call of the page. */
  join(observer: JourneyObserver): void;
  /**
   * Unsubscribes an element. With the last one the journey ends; the call's window stays, and a press that has not led to a
   * call is continued by the journey that the page shows next.
   *
   * @param replaced whether the element continues with another endpoint, where a call in this page cannot continue
   */
  leave(observer: JourneyObserver, replaced?: boolean): void;
  configure(settings: JourneySettings): void;
  /** Fetches the status again, for a customer or a page that waits for the answer. */
  refresh(): Promise<void>;
  /** On intent (hover, focus, touch): loads the link before the click. A failure is not reported until the click. */
  prefetchLink(): void;
  /** How a call would open now, and the downgrade from the page's setting that this is. */
  resolveMode(mode: Mode): ResolvedMode;
  /**
   * Whether the customer had to be told now that a call may be open in another window, instead of opening a second one
   * beside it: the next press is their choice.
   */
  warnOfSecondCall(): boolean;
  /** Starts a call. Must run in the customer's gesture. */
  start(request: StartRequest): void;
  /** The link for a native shell that opens the call itself. Rejects with a `VkycError`. */
  takeLink(hosts: LinkHosts): Promise<string>;
  /** A link for the customer's phone. Rejects with a `VkycError`. */
  phoneLink(hosts: LinkHosts): Promise<URL>;
  /** Until when EnKash accepts the last link for the phone, in epoch milliseconds; null if that is not known. */
  readonly linkExpiresAt: number | null;
  /** The customer has seen the link for the phone: from now on the outcome is awaited. */
  handedOff(): void;
  /** Ends what the page can end: a placeholder, a dialog, or the watch on a window, which itself stays open. */
  endCall(): void;
  /** The element around a call's frame was moved in the page, which reloads the frame and so ends the call. */
  moved(): void;
}

/** What a journey is created from. */
export interface SharedJourneyOptions {
  readonly endpoint: string;
  readonly credentials: RequestCredentials;
  /** Runs when the last element has left. */
  readonly onEnd: () => void;
  /** The browser's own unless given. */
  readonly timers?: Timers;
}

export function createSharedJourney({
  endpoint,
  credentials,
  onEnd,
  timers = browserTimers,
}: SharedJourneyOptions): SharedJourney {
  const observers = new Set<JourneyObserver>();
  const store = createJourneyStore();
  const hours = createOpeningHours({ store, timers });
  const session = createJourneySession({
    store,
    hours,
    session: createSession({
      endpoint,
      credentials,
      renew: renewEndpoint,
      now: () => hours.now(),
      monotonic: timers.monotonic,
    }),
  });
  const poller = createStatusPoller({ store, session, timers });
  const links = createLinkCache({ store, session, timers });
  const launcher = createCallLauncher({ store, links, timers });
  let activeView: JourneyObserver | null = null;
  let stopListening = () => {};

  /** The first fresh endpoint that any element can provide. */
  function renewEndpoint(way: RenewalWay): Promise<string> | null {
    for (const observer of observers) {
      const renewal = observer.renewEndpoint(way);
      if (renewal) return renewal;
    }
    return null;
  }

  function pageChanged(event: Event): void {
    const isShown = event.type === 'pageshow';
    const restored = isShown && 'persisted' in event && event.persisted === true;
    // Loading has asked already.
    if (isShown && !restored) return;
    if (restored) store.dispatch({ type: 'page-restored' });
    checkClock(restored);
    poller.pageChanged(event.type === 'blur');
  }

  /** After a sleep the backend is asked for the time first: until it answers, only the device's date is known. */
  function checkClock(fetchFirst = false): void {
    const reachable = !document.hidden && navigator.onLine;
    if (!fetchFirst && !(reachable && hours.slept())) hours.recheck();
    else
      void poller.fetchStatus().then(() => {
        if (observers.size > 0) hours.recheck();
      });
  }

  store.subscribe((change) => {
    if (change.after !== change.before) for (const observer of [...observers]) observer.journeyChanged();
    for (const observer of [...observers]) observer.journeyReported(change);
  });

  return {
    get state() {
      return store.state;
    },
    get clock() {
      return hours.clock;
    },
    get waitMs() {
      return session.waitMs;
    },
    get activeView() {
      // No copy of the set: a page may have thousands of elements.
      return activeView ?? observers.values().next().value ?? null;
    },
    setActiveView(observer) {
      activeView = observer;
    },
    now: () => hours.now(),
    join(observer) {
      if (observers.has(observer)) return;
      observers.add(observer);
      if (observers.size > 1) return;
      session.resume();
      stopListening = listenToPage(pageChanged);
      if (store.state.state === 'idle') store.dispatch({ type: 'endpoint-set' });
      launcher.resume();
      poller.resume();
    },
    leave(observer, replaced = false) {
      const { state } = store;
      const isInPage = state.state === 'open' && (state.mode === 'iframe' || state.mode === 'redirect');
      if (replaced && isInPage && observers.size === 1 && observers.has(observer))
        launcher.endCall('replaced');
      observers.delete(observer);
      if (activeView === observer) activeView = null;
      if (observers.size > 0) {
        endLostDialog();
        return;
      }
      session.suspend();
      poller.suspend();
      links.clear();
      hours.stop();
      stopListening();
      // A page that removes its button and brings it back, as routers do, finds the call of the page again.
      launcher.suspend();
      endLostDialog();
      onEnd();
    },
    configure({ schedule, statusPhases }) {
      hours.setPageSchedule(schedule);
      session.setStatusPhases(statusPhases);
    },
    async refresh() {
      // Its failure is shown already.
      if (store.state.state === 'error' && session.waitMs > 0) return;
      const call = currentPageCall();
      if (call?.mode === 'host' && call.isUp) launcher.endCall('user');
      store.dispatch({ type: 'refresh-requested' });
      await poller.refresh();
    },
    prefetchLink() {
      // Not every device reports to its pages that it slept.
      checkClock();
      if (mayPrefetch(store.state)) links.prefetch();
    },
    resolveMode: (mode) => launcher.resolveMode(mode),
    warnOfSecondCall: () => store.state !== store.dispatch({ type: 'second-call-requested' }),
    start(request) {
      if (store.state.state !== 'opening') launcher.start(request);
    },
    takeLink: (hosts) => launcher.takeLink(hosts),
    phoneLink: (hosts) => links.consumeForPhone(hosts),
    get linkExpiresAt() {
      return session.handoffUrl ? null : session.linkExpiresAt;
    },
    handedOff() {
      rememberCall('phone', timers.now());
      store.dispatch({ type: 'handed-off' });
    },
    endCall: () => launcher.endCall('page'),
    moved() {
      const { state } = store;
      if (state.state === 'open' && state.mode === 'iframe') launcher.endCall('page');
    },
  };
}
