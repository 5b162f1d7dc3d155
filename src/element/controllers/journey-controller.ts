import type { PropertyValues, ReactiveController, ReactiveControllerHost } from 'lit';
import { warn } from '../../device/warn.js';
import type { VkycError } from '../../errors/vkyc-error.js';
import { availabilityAt } from '../../hours/availability.js';
import type { ScheduleSettings } from '../../hours/schedule.js';
import { newJourney, type Journey, type JourneyChange } from '../../journey/journey.js';
import { journeyFor } from '../../journey/journey-registry.js';
import {
  failureToReport,
  isForEveryView,
  publicEventFor,
  type CurrentAvailability,
} from '../public-event.js';
import type { JourneyObserver, SharedJourney } from '../../journey/shared-journey.js';
import type { RenewalWay } from '../../session/session.js';
import type { StatusPhases } from '../../status/phase.js';
import { dispatch } from '../dispatch.js';
import { VkycEvent, VkycSessionExpiredEvent } from '../events.js';
import { readCredentials } from '../read-settings.js';
import { warnAboutSchedule } from '../warn-about-settings.js';

/** The element that a {@link JourneyController} belongs to. */
export interface JourneyHost extends ReactiveControllerHost, HTMLElement, ScheduleSettings {
  readonly hasUpdated: boolean;
  readonly sessionEndpoint: string | URL | null;
  readonly credentials: RequestCredentials;
  readonly statusPhases: StatusPhases | undefined;
  readonly renewSession: (() => Promise<string>) | undefined;
}

/**
 * Settings of the whole journey. They are passed on only when one of them changes: re-sending them on any other change
 * would make elements that share a journey overwrite each other forever.
 */
const SHARED_SETTINGS = ['workingHours', 'workingDays', 'holidays', 'lastEntry', 'statusPhases'] as const;

/**
 * Connects the host to the journey of its session endpoint: joins and leaves it, updates the host on each change,
 * reflects `state` and `phase`, and dispatches the public events.
 */
export class JourneyController implements ReactiveController {
  readonly #host: JourneyHost;
  readonly #subscribers = new Set<() => void>();
  readonly #observer: JourneyObserver = {
    journeyChanged: () => this.#changed(),
    journeyReported: (change) => this.#report(change),
    renewEndpoint: (way) => this.#renewEndpoint(way),
  };
  #shared: SharedJourney | null = null;
  #internals: ElementInternals | null = null;
  /** The journey whose state and phase the attributes show. */
  #reflected: Journey | null = null;

  /** For an element that joins a journey which has failed before: about now. */
  #failedAt = Date.now();

  constructor(host: JourneyHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The journey shared with other elements on the page; null without an endpoint. */
  get shared(): SharedJourney | null {
    return this.#shared;
  }

  /** The current state of the journey. */
  get current(): Journey {
    if (this.#shared) return this.#shared.state;
    const { open, reason, opensAt, closesAt } = availabilityAt(this.now, scheduleOf(this.#host));
    return newJourney({ open, reason, opensAt, closesAt });
  }

  get availability(): CurrentAvailability {
    return { ...this.current.availability, clock: this.#shared?.clock ?? 'device' };
  }

  /** Epoch milliseconds, by the backend's clock once it is known. */
  get now(): number {
    return this.#shared?.now() ?? Date.now();
  }

  /** Milliseconds until what failed can be tried again, as the backend specified; 0 when it can. */
  get waitMs(): number {
    const { current } = this;
    return current.state === 'error' && current.failure.retryable ? (this.#shared?.waitMs ?? 0) : 0;
  }

  /** When the host heard of the last failure, in epoch milliseconds. */
  get failedAt(): number {
    return this.#failedAt;
  }

  /** Runs `listener` after each change of the journey. Returns a function that stops. */
  subscribe(listener: () => void): () => void {
    this.#subscribers.add(listener);
    return () => void this.#subscribers.delete(listener);
  }

  /** From now on this host announces the events that happen once for all elements of the journey. */
  setActiveView(): void {
    this.#shared?.setActiveView(this.#observer);
  }

  reportFailure({ code, message, retryable, actor }: VkycError): void {
    warn(message);
    dispatch(this.#host, new VkycEvent('vkyc-error', { code, retryable, actor }));
  }

  hostConnected(): void {
    // The first update joins: before it the attributes may not be set yet.
    if (this.#host.hasUpdated) this.#join();
  }

  hostDisconnected(): void {
    // A move within the page disconnects and reconnects the element in one task, which must not end the journey.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  /** To be called by `willUpdate` of the host: Lit does not pass the changed properties to controllers. */
  hostChanged(changed: PropertyValues<JourneyHost>): void {
    if (!this.#host.isConnected) return;
    if (changed.has('sessionEndpoint') || changed.has('credentials')) {
      this.#leave(true);
      this.#join();
    } else if (SHARED_SETTINGS.some((name) => changed.has(name))) this.#configure();
  }

  #join(): void {
    const endpoint = this.#host.sessionEndpoint?.toString().trim();
    if (endpoint && !this.#shared) {
      this.#shared = journeyFor(endpoint, readCredentials(this.#host.credentials));
      this.#configure();
      this.#shared.join(this.#observer);
    }
    this.#reflect();
  }

  #leave(replaced = false): void {
    this.#shared?.leave(this.#observer, replaced);
    this.#shared = null;
  }

  #configure(): void {
    const schedule = scheduleOf(this.#host);
    warnAboutSchedule(schedule);
    this.#shared?.configure({ schedule, statusPhases: this.#host.statusPhases });
  }

  #changed(): void {
    this.#reflect();
    this.#host.requestUpdate();
    for (const listener of this.#subscribers) listener();
  }

  #report(change: JourneyChange): void {
    const isActive = this.#shared?.activeView === this.#observer;
    const event = publicEventFor(change);
    if (event && (isActive || isForEveryView(event)))
      dispatch(this.#host, new VkycEvent(`vkyc-${event.type}`, { ...event.detail }));
    const failure = failureToReport(change);
    if (failure) this.#failedAt = this.now;
    if (failure && isActive) this.reportFailure(failure);
  }

  #renewEndpoint(way: RenewalWay): Promise<string> | null {
    switch (way) {
      case 'function':
        return this.#host.renewSession?.() ?? null;
      case 'event': {
        let renewal: Promise<string> | null = null;
        const event = new VkycSessionExpiredEvent((endpoint) => {
          renewal = endpoint;
        });
        dispatch(this.#host, event);
        return renewal;
      }
    }
  }

  /** Shows `state` and `phase` to style sheets: as attributes, and as custom states if the browser supports them. */
  #reflect(): void {
    const { current } = this;
    const { state } = current;
    const { phase } = current.customer;
    if (state === this.#reflected?.state && phase === this.#reflected.customer.phase) return;
    this.#reflected = current;
    this.#host.setAttribute('state', state);
    this.#host.setAttribute('phase', phase);
    try {
      const { states } = (this.#internals ??= this.#host.attachInternals());
      states.clear();
      // Not chained: `add` returns undefined in Chromium.
      states.add(state);
      states.add(phase);
    } catch {
      // Chromium before 125 accepts only names that start with two dashes, and test environments lack all of this. The
      // attributes serve the same purpose.
    }
  }
}

function scheduleOf({ workingHours, workingDays, holidays, lastEntry }: JourneyHost): ScheduleSettings {
  return { workingHours, workingDays, holidays, lastEntry };
}
