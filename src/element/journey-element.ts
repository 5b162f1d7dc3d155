import type { PropertyValues } from 'lit';
import type { VkycError } from '../errors/vkyc-error.js';
import { availabilityAt } from '../hours/availability.js';
import { newJourney, type Journey, type JourneyChange, type State } from '../journey/journey.js';
import { journeyFor } from '../journey/journey-registry.js';
import {
  isForEveryView,
  publicEventFor,
  failureToReport,
  type CurrentAvailability,
} from '../journey/public-event.js';
import type { SharedJourney } from '../journey/shared-journey.js';
import type { CallMode } from '../launch/call-mode.js';
import type { RenewalWay } from '../session/session.js';
import type { KycStatus, Phase } from '../status/phase.js';
import { VkycEvent, VkycSessionExpiredEvent } from './events.js';
import { reflectState } from './reflect-state.js';
import { readCredentials, readMode, warn, warnOfSchedule, warnOfTheme } from './settings.js';
import { LocalizedElement } from './speaking-element.js';

/** The settings that a journey heeds; two elements that share one would answer each other's without end otherwise. */
const HEEDED = ['workingHours', 'workingDays', 'holidays', 'lastEntry', 'statusPhases'] as const;

/**
 * An element that shows a journey: it joins the one of its endpoint, tells what happens as events, and leaves it.
 *
 * @fires {VkycOpenEvent} vkyc-open - The call is on its way to the screen.
 * @fires {VkycDowngradeEvent} vkyc-downgrade - The first way to open the call did not work; another is offered.
 * @fires {VkycCloseEvent} vkyc-close - The call's window is gone; says nothing about the outcome.
 * @fires {VkycStatusChangeEvent} vkyc-status-change - EnKash says something else of the customer.
 * @fires {VkycAvailabilityChangeEvent} vkyc-availability-change - Hours flip.
 * @fires {VkycSessionExpiredEvent} vkyc-session-expired - The endpoint no longer works; `renewWith` gives a fresh one.
 * @fires {VkycErrorEvent} vkyc-error - One for each failure.
 * @cssState idle - There is no endpoint.
 * @cssState loading - Asking for the first time.
 * @cssState ready - A call can start.
 * @cssState closed - No call can start now: outside the hours.
 * @cssState opening - A window is up and waits for its link.
 * @cssState open - The call's window is up.
 * @cssState checking - The window is gone, and the outcome is asked for.
 * @cssState done - Verified; nothing more to do.
 * @cssState error - A failure, with a sentence and a way on.
 * @cssState unknown - EnKash has said nothing yet, or a name that is not known.
 * @cssState not-started - Only the minimum KYC is done.
 * @cssState in-progress - A link was made.
 * @cssState under-review - The call is over, and an auditor looks at it.
 * @cssState verified - Full KYC, by EnKash's own word.
 * @cssState rejected - Not approved.
 * @cssState expired - The last KYC has expired.
 */
export abstract class JourneyElement extends LocalizedElement {
  /** The journey of the endpoint; null without one. */
  protected controller: SharedJourney | null = null;
  #internals: ElementInternals | null = null;
  /** What style sheets were last told. */
  #told: Journey | null = null;

  /** What the button can do now. */
  get state(): State {
    return this.journey.state;
  }

  /** Where the customer's KYC stands, as EnKash says it. */
  get phase(): Phase {
    return this.journey.customer.phase;
  }

  /** EnKash's own words for it, parsed. */
  get status(): KycStatus {
    return this.journey.customer.status;
  }

  /** Whether a call can start now, when that changes (ISO 8601), and whose `clock` says so: the server's or the device's. */
  get availability(): CurrentAvailability {
    return { ...this.journey.availability, clock: this.controller?.clock ?? 'device' };
  }

  protected get journey(): Journey {
    if (this.controller) return this.controller.state;
    const { open, reason, opensAt, closesAt } = availabilityAt(this.now, this.schedule);
    return newJourney({ open, reason, opensAt, closesAt });
  }

  /** Epoch milliseconds. */
  protected get now(): number {
    return this.controller?.now() ?? Date.now();
  }

  /** How a call would open now; null without an endpoint. */
  protected get callMode(): CallMode | null {
    return this.controller?.resolveMode(readMode(this.mode)).mode ?? null;
  }

  /** Asks again where the customer stands. */
  async refresh(): Promise<void> {
    await this.controller?.refresh();
  }

  /** Ends what the page can end: a window that has gone nowhere yet, or our sight of a call. */
  close(): void {
    this.controller?.endCall();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page takes the element out and puts it back at once; that must not end a journey.
    queueMicrotask(() => {
      if (this.isConnected) this.#moved();
      else this.removed();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.isConnected) return;
    if (changed.has('sessionEndpoint') || changed.has('credentials')) {
      this.#leave(true);
      this.#join();
    } else if (HEEDED.some((name) => changed.has(name))) this.#configure();
    if (changed.has('theme')) warnOfTheme(this.theme);
    if (changed.has('mode')) readMode(this.mode);
  }

  /** The element has left the page. */
  protected removed(): void {
    this.#leave();
  }

  /** @internal */
  journeyChanged(change: JourneyChange): void {
    if (change.after !== change.before) {
      this.#reflect();
      this.requestUpdate();
    }
    const isActive = this.controller?.activeView === this;
    const event = publicEventFor(change);
    if (event && (isActive || isForEveryView(event)))
      this.dispatchEvent(new VkycEvent(`vkyc-${event.type}`, { ...event.detail }));
    const failure = failureToReport(change);
    if (failure && isActive) this.journeyFailed(failure);
  }

  /** @internal */
  journeyFailed({ code, message, retryable, actor }: VkycError): void {
    warn(message);
    this.dispatchEvent(new VkycEvent('vkyc-error', { code, retryable, actor }));
  }

  /** @internal */
  renewEndpoint(way: RenewalWay): Promise<string> | null {
    switch (way) {
      case 'function':
        return this.renewSession?.() ?? null;
      case 'event': {
        const event = new VkycSessionExpiredEvent();
        this.dispatchEvent(event);
        return event.renewal;
      }
    }
  }

  #join(): void {
    const endpoint = this.sessionEndpoint?.trim();
    if (endpoint && !this.controller) {
      this.controller = journeyFor(endpoint, readCredentials(this.credentials));
      this.#configure();
      this.controller.join(this);
    }
    this.#reflect();
  }

  #leave(replaced = false): void {
    this.controller?.leave(this, replaced);
    this.controller = null;
  }

  #moved(): void {
    const { journey } = this;
    if (journey.state === 'open' && journey.mode === 'iframe')
      warn(
        'moved in the page during a call, which ends it: use moveBefore(), or leave the element where it is.',
      );
    this.controller?.moved();
  }

  #configure(): void {
    warnOfSchedule(this.schedule);
    this.controller?.configure({ schedule: this.schedule, statusPhases: this.statusPhases });
  }

  #reflect(): void {
    const { journey } = this;
    const { state, customer } = journey;
    if (state === this.#told?.state && customer.phase === this.#told.customer.phase) return;
    this.#told = journey;
    this.#internals ??= this.attachInternals();
    reflectState(this, this.#internals, state, customer.phase);
  }
}
