import { VkycError } from '../errors/vkyc-error.js';
import type { Availability } from '../hours/availability.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import type { CallMode, Downgrade, Mode } from '../launch/call-mode.js';
import type { LinkHosts } from '../link/check-link.js';
import { detourOf, webAddress } from '../session/detour.js';
import { ClosedHours } from '../session/http-failure.js';
import type { SessionAnswer } from '../session/session-answer.js';
import type { Reply } from '../session/session-client.js';
import { newSession, type Session } from '../session/session.js';
import type { StatusPhases } from '../status/phase.js';
import { activitiesOf, CHECKING_PATIENCE } from './activities.js';
import { Audience, type JourneyView } from './audience.js';
import { CallRunner, type CallListener, type StartRequest } from './call-runner.js';
import { Inquiry, type InquiryListener } from './inquiry.js';
import {
  newJourney,
  transition,
  type Aftermath,
  type CloseReason,
  type Journey,
  type JourneyEvent,
} from './journey.js';
import { LinkKeeper } from './link-keeper.js';
import { OpeningHours, type CurrentAvailability } from './opening-hours.js';
import { leavePage, listenToPage, type PageListener } from './page-events.js';
import { differs, standingOf } from './standing.js';
import { browserTimers, type Timers } from './timers.js';

/** What the page tells a journey about itself. */
export interface JourneySettings {
  readonly schedule: ScheduleSettings;
  readonly statusPhases: StatusPhases | undefined;
}

/**
 * Runs one customer's journey: asks the endpoint, heeds what it says, and turns all that happens into events of the
 * pure machine in journey.ts. It never renders, and nothing it does throws into the page.
 */
export class JourneyController implements CallListener, InquiryListener, PageListener {
  readonly #session: Session;
  readonly #ended: () => void;
  readonly #timers: Timers;
  readonly #hours: OpeningHours;
  readonly #inquiry: Inquiry;
  readonly #keeper: LinkKeeper;
  readonly #call: CallRunner;
  readonly #audience = new Audience();
  #settings: JourneySettings = { schedule: {}, statusPhases: undefined };
  #journey: Journey;
  #stopWaiting: (() => void) | null = null;
  /** The last answer of the endpoint. */
  #answer: SessionAnswer | null = null;
  /**
   * What came with a link that was fetched ahead. Making one puts a new customer in progress, and that must not change
   * the words under a hand which only came near.
   */
  #ahead: Reply | null = null;
  /** The customer, or the page, waits for the answer to come. */
  #wished = false;

  /** `ended` runs when the last view has left. */
  constructor(
    endpoint: string,
    credentials: RequestCredentials,
    ended: () => void,
    timers: Timers = browserTimers,
  ) {
    this.#ended = ended;
    this.#timers = timers;
    this.#hours = new OpeningHours(
      (availability, wordRanOut) => this.#hoursChanged(availability, wordRanOut),
      timers,
    );
    this.#session = newSession(
      endpoint,
      credentials,
      (way) => this.#audience.renewEndpoint(way),
      () => this.now(),
    );
    this.#inquiry = new Inquiry(this.#session, this, timers);
    this.#keeper = new LinkKeeper(() => this.#mint(), timers);
    this.#call = new CallRunner(
      this.#keeper,
      () => detourOf(this.#journey.standing.action, location.href),
      this,
      timers,
    );
    this.#journey = newJourney(this.#hours.availability);
  }

  get journey(): Journey {
    return this.#journey;
  }

  /** Whether a call can start now, and whose clock says so. */
  get availability(): CurrentAvailability {
    return { ...this.#journey.availability, clock: this.#hours.clock };
  }

  /** The time the journey goes by, in epoch milliseconds. */
  now(): number {
    return this.#hours.now();
  }

  /** Joins as a view; the first one sets the journey going, or goes on with a call that is still up. */
  join(view: JourneyView): void {
    this.#audience.add(view);
    if (this.#audience.size > 1) return;
    this.#inquiry.begin();
    listenToPage(this);
    if (this.#journey.state === 'idle') this.#happened({ type: 'endpoint-given' });
    else this.#call.resume();
    void this.#inquiry.ask();
  }

  /** Leaves; with the last view all requests and timers end. The call's window stays, a mere placeholder goes. */
  leave(view: JourneyView): void {
    this.#audience.delete(view);
    if (this.#audience.size > 0) return;
    this.#inquiry.stop();
    this.#keeper.spend();
    this.#hours.stop();
    this.#stopWaiting?.();
    leavePage(this);
    // A page that takes its button away and brings it back, as routers do, finds the call again.
    if (!this.#call.rest()) this.#ended();
  }

  configure(settings: JourneySettings): void {
    this.#settings = settings;
    this.#hours.setPageSchedule(settings.schedule);
    const { availability, lastCall } = this.#hours;
    if (availability !== this.#journey.availability || lastCall !== this.#journey.lastCall)
      this.#happened({ type: 'hours-changed', availability, lastCall });
    if (!this.#answer) return;
    const standing = standingOf(this.#answer, settings.statusPhases);
    if (differs(standing, this.#journey.standing)) this.#happened({ type: 'read-anew', standing });
  }

  /** Asks again where the customer stands, at the customer's or the page's wish. */
  async refresh(): Promise<void> {
    if (this.#journey.state === 'open' && this.#journey.mode === 'host') this.callGone('user');
    this.#happened({ type: 'asked-again' });
    this.#wished = true;
    await this.#inquiry.ask();
    this.#wished = false;
  }

  /** The customer shows intent (pointer over, focus, touch): fetches the link ahead; a failure waits for the click. */
  anticipate(): void {
    // Not every device tells its pages that it slept.
    this.#lookAtClock();
    const { journey } = this;
    const { standing } = journey;
    // Under review the button only asks again, and before the terms are accepted it leads there: no link is wanted.
    // A call may be up on the phone, and a fresh link may end it.
    const wanted = standing.phase !== 'under-review' && !standing.action;
    if (journey.state === 'ready' && wanted && journey.after !== 'handed-off')
      this.#keeper.fetch().catch(() => undefined);
  }

  /** How a call would open now, and the step down that this is from the page's wish. */
  plan(mode: Mode): ReturnType<CallRunner['plan']> {
    return this.#call.plan(mode);
  }

  /** Brings the window of the call to the front; false when there is none in sight. */
  focusCall(): boolean {
    return this.#call.focus();
  }

  /** From here on this view speaks for the journey: the customer uses it. */
  lead(view: JourneyView): void {
    this.#audience.lead(view);
  }

  /** Starts a call; must run in the customer's gesture. */
  start(request: StartRequest): void {
    this.#heedAhead();
    const { state } = this.#journey;
    if (state !== 'opening' && state !== 'done') this.#call.start(request);
  }

  /** The link for a native shell that opens the call itself. Rejects with the reason why there is none. */
  takeLink(hosts: LinkHosts): Promise<string> {
    this.#heedAhead();
    return this.#call.takeLink(hosts);
  }

  /**
   * A link for the customer's phone: the partner's own short one where the backend gives it, else a fresh one. Rejects
   * with a `VkycError`, which was told then.
   */
  async phoneLink(hosts: LinkHosts): Promise<URL> {
    try {
      const own = this.#answer?.handoffUrl ?? null;
      return (own && webAddress(own, location.href)) || (await this.#call.fetchLink(hosts));
    } catch (error) {
      if (this.#closedBy(error)) throw new VkycError('conflict');
      const failure = asFailure(error);
      if (!this.#inquiry.signal.aborted) this.#audience.failed(failure);
      throw failure;
    }
  }

  /** The customer has seen the link for the phone: from here on the outcome is awaited. */
  handedOff(): void {
    this.#heedAhead();
    this.#happened({ type: 'handed-off' });
  }

  /** Ends what can be ended from here: a placeholder, or our sight of the call. */
  close(): void {
    this.#call.leave();
    this.callGone('page');
  }

  /** The element was taken out of the page and put back: a call in its frame was reloaded into nothing. */
  moved(): void {
    if (this.#journey.state === 'open' && this.#journey.mode === 'iframe') this.close();
  }

  callStarted(mode: CallMode): void {
    this.#happened({ type: 'started', mode });
  }

  callDowngraded(downgrade: Downgrade): void {
    this.#audience.tell('downgrade', downgrade);
  }

  callBlocked(after: Aftermath): void {
    this.#happened({ type: 'blocked', after });
  }

  callOpened(mode: CallMode): void {
    this.#happened({ type: 'opened' });
    this.#audience.tell('open', { mode });
  }

  callCancelled(): void {
    this.#happened({ type: 'cancelled' });
  }

  callFailed(error: unknown): void {
    if (this.#closedBy(error)) {
      this.#happened({ type: 'cancelled' });
      return;
    }
    // The very answer without a link may have said that the customer is verified.
    if (this.#journey.state !== 'opening') return;
    const failure = asFailure(error);
    this.#happened({ type: 'start-failed', failure });
    this.#audience.failed(failure);
  }

  callGone(reason: CloseReason): void {
    const { journey } = this;
    if (journey.state !== 'open') {
      this.#happened({ type: 'cancelled' });
      return;
    }
    this.#happened({ type: 'gone', reason });
    this.#audience.tell('close', { mode: journey.mode, reason });
    void this.#inquiry.askAnew();
  }

  answered(reply: Reply): void {
    this.#ahead = null;
    this.#hours.heed(reply);
    const first = !this.#answer;
    this.#answer = reply.answer;
    const standing = standingOf(reply.answer, this.#settings.statusPhases);
    const before = this.#journey.standing;
    this.#happened({ type: 'answered', standing });
    if (first || differs(standing, before))
      this.#audience.tellAll('status-change', {
        ...standing.status,
        phase: standing.phase,
        previousPhase: before.phase,
      });
  }

  notOffered(): void {
    this.#happened({ type: 'not-offered' });
  }

  askFailed(error: unknown): void {
    if (this.#closedBy(error)) {
      this.#happened({ type: 'not-offered' });
      return;
    }
    const failure = asFailure(error);
    if (failure.retryAfter !== undefined) this.#inquiry.poller.holdOff(failure.retryAfter * 1000);
    const before = this.#journey;
    this.#happened({ type: 'ask-failed', failure, wished: this.#wished });
    // While a call is up or an outcome is awaited, one unanswered question is no news: the next one may succeed.
    if (this.#journey !== before) this.#audience.failed(failure);
  }

  /** Whatever the clock or the customer did while the page could not look. */
  pageChanged(event: Event): void {
    const seen = !document.hidden && navigator.onLine;
    const restored = event.type === 'pageshow' && 'persisted' in event && event.persisted === true;
    if (restored) this.#happened({ type: 'returned' });
    this.#lookAtClock(restored);
    const { poller } = this.#inquiry;
    if (seen) void poller.askNow();
    else poller.pageChanged();
  }

  /** After a sleep the backend is asked first: until it has told the time there is only the device's date to go by. */
  #lookAtClock(ask = false): void {
    const reachable = !document.hidden && navigator.onLine;
    if (!ask && !(reachable && this.#hours.slept())) this.#hours.recheck();
    else
      void this.#inquiry.ask().then(() => {
        if (!this.#inquiry.signal.aborted) this.#hours.recheck();
      });
  }

  async #mint(): Promise<Reply> {
    const { signal } = this.#inquiry;
    const reply = await this.#session.mint(signal);
    if (signal.aborted) return reply;
    if (this.#journey.state === 'ready') {
      this.#hours.heed(reply);
      this.#ahead = reply;
    } else this.answered(reply);
    return reply;
  }

  /** Heeds what came with a link that was fetched ahead, now that the customer uses it. */
  #heedAhead(): void {
    const reply = this.#ahead;
    this.#ahead = null;
    if (reply) this.answered(reply);
  }

  /** Whether the failure is only EnKash's being closed; then the hours know. */
  #closedBy(error: unknown): boolean {
    if (!(error instanceof ClosedHours)) return false;
    this.#hours.closedUntil(error.opensAt);
    return true;
  }

  #hoursChanged(availability: Availability, wordRanOut: boolean): void {
    const before = this.#journey.availability;
    // What the first answer says of the hours is how things are, not that they flip.
    const first = this.#journey.state === 'loading' && availability.reason !== 'server';
    this.#happened({ type: 'hours-changed', availability, lastCall: this.#hours.lastCall });
    if (!first && (before.open !== availability.open || before.reason !== availability.reason))
      this.#audience.tellAll('availability-change', this.availability);
    if (wordRanOut) void this.#inquiry.ask();
  }

  /** The only place where the journey changes, and where what runs beside it is made to match. */
  #happened(event: JourneyEvent): void {
    if (this.#inquiry.signal.aborted) return;
    const before = this.#journey;
    this.#journey = transition(before, event);
    if (this.#journey === before) return;
    const { poll, patience } = activitiesOf(this.#journey);
    this.#inquiry.poller.run(poll);
    if (patience)
      this.#stopWaiting ??= this.#timers.after(CHECKING_PATIENCE, () =>
        this.#happened({ type: 'patience-ended' }),
      );
    else {
      this.#stopWaiting?.();
      this.#stopWaiting = null;
    }
    this.#audience.changed();
  }
}

/** Anything unforeseen counts as a failure to reach the backend: the customer can try again, the page is not disturbed. */
function asFailure(error: unknown): VkycError {
  return error instanceof VkycError ? error : new VkycError('network');
}
