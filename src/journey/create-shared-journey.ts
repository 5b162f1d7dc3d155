import { browserTimers, type Timers } from '../device/timers.js';
import { currentPageCall, endLostDialog } from '../launch/page-calls.js';
import { rememberCall } from '../launch/remembered-call.js';
import { createSession, type RenewalWay } from '../session/session.js';
import { createCallLauncher } from './create-call-launcher.js';
import { mayPrefetch } from './journey.js';
import { createJourneySession } from './journey-session.js';
import { createJourneyStore } from './journey-store.js';
import { createLinkCache } from './link-cache.js';
import { createOpeningHours } from './opening-hours.js';
import { listenToPage } from '../device/page-events.js';
import type { JourneyObserver, SharedJourney } from './shared-journey.js';
import { createStatusPoller } from './status-poller.js';

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
    if (event.type === 'pagehide') {
      launcher.pageLeft();
      return;
    }
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
      // No copy of the set: a page of thousands of elements asks this once for each of them.
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
