import type { ScheduleSettings } from '../hours/schedule.js';
import type { TimeSource } from '../hours/server-clock.js';
import type { Mode } from '../launch/call-mode.js';
import type { ResolvedMode } from '../launch/mode-fallback.js';
import type { LinkHosts } from '../link/check-link.js';
import type { RenewalWay } from '../session/session.js';
import type { StatusPhases } from '../status/phase.js';
import type { Journey, JourneyChange } from './journey.js';
import type { StartRequest } from '../launch/start-request.js';

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
  /** Milliseconds until the backend accepts a request, as its `Retry-After` says; 0 when it does. */
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
   * Whether the customer now reads that a call may be open in another window, instead of opening a second one
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
