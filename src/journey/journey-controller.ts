import { VkycError } from '../errors/vkyc-error.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import type { LinkHosts } from '../link/check-link.js';
import { nextActionUrl, webAddress } from '../session/partner-urls.js';
import { ClosedHours } from '../session/http-failure.js';
import type { Reply } from '../session/session-client.js';
import { createSession } from '../session/session.js';
import type { StatusPhases } from '../status/phase.js';
import { createActivities } from './activities.js';
import { createAudience, type JourneyView } from './audience.js';
import { createCallRunner, type StartRequest } from './call-runner.js';
import { createInquiry } from './inquiry.js';
import type { JourneyAction } from './journey-action.js';
import { newJourney, transition, type Journey } from './journey.js';
import { createLinkKeeper } from './link-keeper.js';
import { publicEventFor } from './public-event.js';
import { createOpeningHours, type CurrentAvailability } from './opening-hours.js';
import { listenToPage } from './page-events.js';
import { customerStatusOf } from './customer-status.js';
import { browserTimers, type Timers } from './timers.js';

/** What the page tells a journey about itself. */
export interface JourneySettings {
  readonly schedule: ScheduleSettings;
  readonly statusPhases: StatusPhases | undefined;
}

export type JourneyController = ReturnType<typeof createJourneyController>;

/**
 * Runs one customer's journey: asks the endpoint, heeds what it says, and turns all that happens into events of the
 * pure machine in journey.ts. It never renders, and nothing it does throws into the page.
 *
 * @param ended runs when the last view has left
 */
export function createJourneyController(
  endpoint: string,
  credentials: RequestCredentials,
  ended: () => void,
  timers: Timers = browserTimers,
) {
  const audience = createAudience();
  const hours = createOpeningHours(hoursChanged, timers);
  const session = createSession({ endpoint, credentials, renew: audience.renewEndpoint, now: hours.now });
  const inquiry = createInquiry(session, heed, failureOf, happened, timers);
  const activities = createActivities(inquiry, () => happened({ type: 'patience-ended' }), timers);
  const links = createLinkKeeper(
    inquiry.mint,
    () => nextActionUrl(journey.standing.action, location.href),
    timers,
  );
  const call = createCallRunner(links, happened, failureOf, timers);
  let journey = newJourney(hours.current.availability);
  let statusPhases: StatusPhases | undefined;
  /** The partner's own link for the customer's phone. */
  let handoffUrl: string | null = null;
  let leavePage = () => {};

  /** The only place where the journey changes. Gives it as it is then. */
  function happened(event: JourneyAction): Journey {
    const before = journey;
    const after = transition(before, event);
    if (after === before) return before;
    journey = after;
    activities.keepUp(after);
    audience.changed();
    const notice = publicEventFor(before, event, after);
    if (notice) audience.tell(notice);
    if ('failure' in event && event.failure) audience.failed(event.failure);
    return journey;
  }

  function heed(type: 'answered' | 'minted', reply: Reply): void {
    hours.heed(reply);
    handoffUrl = reply.answer.handoffUrl ?? handoffUrl;
    happened({ type, standing: customerStatusOf(reply.answer, statusPhases) });
  }

  /** The failure to be told; null when EnKash is only closed, and then the hours know. */
  function failureOf(error: unknown): VkycError | null {
    if (error instanceof ClosedHours) {
      hours.closedUntil(error.opensAt);
      return null;
    }
    // Anything unforeseen counts as a failure to reach the backend: the customer can try again, the page is not disturbed.
    return error instanceof VkycError ? error : new VkycError('network');
  }

  function hoursChanged(wordRanOut: boolean): void {
    happened({ type: 'hours-changed', ...hours.current, clock: hours.clock });
    if (wordRanOut) inquiry.askSoon();
  }

  /** Whatever the clock or the customer did while the page could not look. */
  function pageChanged(event: Event): void {
    const restored = event.type === 'pageshow' && 'persisted' in event && event.persisted === true;
    if (restored) happened({ type: 'returned' });
    lookAtClock(restored);
    inquiry.pageChanged();
  }

  /** After a sleep the backend is asked first: until it has told the time there is only the device's date to go by. */
  function lookAtClock(ask = false): void {
    const reachable = !document.hidden && navigator.onLine;
    if (!ask && !(reachable && hours.slept())) hours.recheck();
    else
      void inquiry.ask().then(() => {
        if (audience.size > 0) hours.recheck();
      });
  }

  return {
    get journey(): Journey {
      return journey;
    },
    /** Whether a call can start now, and whose clock says so. */
    get availability(): CurrentAvailability {
      return { ...journey.availability, clock: hours.clock };
    },
    /** The time the journey goes by, in epoch milliseconds. */
    now: hours.now,
    /** Joins as a view; the first one sets the journey going, or goes on with a call that is still up. */
    join(view: JourneyView): void {
      audience.add(view);
      if (audience.size > 1) return;
      inquiry.begin();
      leavePage = listenToPage(pageChanged);
      if (journey.state === 'idle') happened({ type: 'endpoint-given' });
      call.watch();
      activities.keepUp(journey);
      void inquiry.ask();
    },
    /**
     * Leaves; with the last view all requests and timers end. The call's window stays, a mere placeholder goes.
     *
     * @param replaced whether the view goes on to another journey, and loses sight of this one's call
     */
    leave(view: JourneyView, replaced = false): void {
      audience.delete(view);
      if (audience.size > 0) return;
      if (replaced && journey.state === 'open')
        view.journeyNotice({ type: 'close', detail: { mode: journey.mode, reason: 'replaced' } });
      inquiry.stop();
      links.spend();
      hours.stop();
      activities.stop();
      leavePage();
      // A page that takes its button away and brings it back, as routers do, finds the call again.
      if (!call.rest()) ended();
    },
    configure({ schedule, statusPhases: phases }: JourneySettings): void {
      statusPhases = phases;
      hours.setPageSchedule(schedule);
      happened({
        type: 'configured',
        ...hours.current,
        standing: customerStatusOf(journey.standing, phases),
      });
    },
    /** Asks again where the customer stands, at the customer's or the page's wish. */
    async refresh(): Promise<void> {
      if (journey.state === 'open' && journey.mode === 'host') call.gone('user');
      happened({ type: 'asked-again' });
      await inquiry.askAtWish();
    },
    /** The customer shows intent (pointer over, focus, touch): fetches the link ahead; a failure waits for the click. */
    anticipate(): void {
      // Not every device tells its pages that it slept.
      lookAtClock();
      // Under review the button only asks again, and before the terms are accepted it leads there: no link is wanted.
      // A call may be up on the phone, and a fresh link may end it.
      const { phase, action } = journey.standing;
      const wanted = phase !== 'under-review' && !action;
      if (journey.state === 'ready' && wanted && journey.after !== 'handed-off')
        links.fetch().catch(() => undefined);
    },
    /** How a call would open now, and the step down that this is from the page's wish. */
    plan: call.plan,
    /** Brings the window of the call to the front; false when there is none in sight. */
    focusCall: call.focus,
    /** From here on this view speaks for the journey: the customer uses it. */
    lead: audience.lead,
    /** Starts a call; must run in the customer's gesture. */
    start(request: StartRequest): void {
      if (journey.state !== 'opening') call.start(request);
    },
    /** The link for a native shell that opens the call itself. Rejects with the reason why there is none. */
    takeLink: call.takeLink,
    /**
     * A link for the customer's phone: the partner's own short one where the backend gives it, else a fresh one. Rejects
     * with a `VkycError`, which was told then.
     */
    async phoneLink(hosts: LinkHosts): Promise<URL> {
      try {
        return (handoffUrl && webAddress(handoffUrl, location.href)) || (await links.take(hosts));
      } catch (error) {
        const failure = failureOf(error);
        if (failure) audience.failed(failure);
        throw failure ?? new VkycError('conflict');
      }
    },
    /** The customer has seen the link for the phone: from here on the outcome is awaited. */
    handedOff: () => void happened({ type: 'handed-off' }),
    /** Ends what can be ended from here: a placeholder, or our sight of the call. */
    close: () => call.gone('page'),
    /** The element was taken out of the page and put back: a call in its frame was reloaded into nothing. */
    moved(): void {
      if (journey.state === 'open' && journey.mode === 'iframe') call.gone('page');
    },
  };
}
