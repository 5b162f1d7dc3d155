import { availabilityAt, type Availability } from '../hours/availability.js';
import { boundaryTimer, type BoundaryTimer } from '../hours/boundary-timer.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import { serverClock, type ServerClock, type TimeSource } from '../hours/server-clock.js';
import type { Reply } from '../session/session-client.js';
import type { Timers } from './timers.js';

/** A `Date` header names the second, not the moment in it: take the middle, give or take half, in milliseconds. */
const HALF_SECOND = 500;

/** How long before the last moment to start a call it is said, in milliseconds. */
const NOTICE = 15 * 60_000;

/** Whether a call can start now, and whose clock says that it is now. */
export interface CurrentAvailability extends Availability {
  /** `device` until the first answer that tells the time, and from a sleep to the next one. */
  readonly clock: TimeSource;
}

/** The backend's own word on opening hours, and until when it holds (epoch milliseconds; null: until the next answer). */
interface BackendWord {
  readonly availability: Availability;
  readonly until: number | null;
}

/**
 * When a call can start: by the backend's own word until that runs out, else by its schedule, else by the page's; on
 * the backend's clock, else on the device's. Tells when this changes.
 */
export class OpeningHours {
  readonly #changed: (availability: Availability, wordRanOut: boolean) => void;
  readonly #clock: ServerClock;
  readonly #timer: BoundaryTimer;
  #pageSchedule: ScheduleSettings = {};
  #backendSchedule: ScheduleSettings | null = null;
  #word: BackendWord | null = null;
  #availability: Availability;
  #flipsAt: number | null = null;
  #lastCall: number | null = null;

  /**
   * `changed` hears each change of the availability that the clock or the backend made, never the first one; and
   * whether the backend's word has just run out, so that it should be asked again.
   */
  constructor(changed: (availability: Availability, wordRanOut: boolean) => void, timers: Timers) {
    this.#changed = changed;
    this.#clock = serverClock(timers);
    this.#timer = boundaryTimer(this.#clock, () => this.recheck(), timers.after);
    this.#availability = this.#look();
    this.#lookAgain();
  }

  get availability(): Availability {
    return this.#availability;
  }

  /** The moment after which no call can start any more, in epoch milliseconds, from 15 minutes before; else null. */
  get lastCall(): number | null {
    return this.#lastCall;
  }

  /** Whose clock these hours go by. */
  get clock(): TimeSource {
    return this.#clock.source;
  }

  /** The time these hours go by, in epoch milliseconds. */
  now(): number {
    return this.#clock.now();
  }

  /** The hours as the page sets them. Whatever changes by this is the page's own doing, so `changed` does not hear of it. */
  setPageSchedule(settings: ScheduleSettings): void {
    // Elements that share a journey mostly say the same.
    if (JSON.stringify(settings) === JSON.stringify(this.#pageSchedule)) return;
    this.recheck();
    this.#pageSchedule = settings;
    this.#lookAgain();
  }

  /** Takes over what an answer says of time and hours. One that is silent on hours leaves what was said before. */
  heed({ answer, sentAt, receivedAt, date }: Reply): void {
    if (answer.serverTime !== null) this.#clock.sample(answer.serverTime, sentAt, receivedAt);
    else if (date !== null) this.#clock.sample(date + HALF_SECOND, sentAt, receivedAt, HALF_SECOND);
    this.#backendSchedule = answer.schedule ?? this.#backendSchedule;
    if (answer.availability) this.#take(answer.availability);
    else if (this.#word?.until === null) this.#word = null;
    this.recheck();
  }

  /** The backend refused a start because EnKash is closed; it may have said until when. */
  closedUntil(opensAt: string | null): void {
    this.#take({ open: false, reason: 'server', opensAt, closesAt: null });
    this.recheck();
  }

  /** Looks at the clock again: at a boundary, after sleep, on a page event. */
  recheck(): void {
    const before = this.#availability;
    const lastCallBefore = this.#lastCall;
    const hadWord = this.#word !== null;
    this.#lookAgain();
    const wordRanOut = hadWord && this.#word === null;
    if (wordRanOut || this.#availability !== before || this.#lastCall !== lastCallBefore)
      this.#changed(this.#availability, wordRanOut);
  }

  /** Whether the device slept since this was last asked, so that the backend should be asked for the time anew. */
  slept(): boolean {
    return this.#clock.slept();
  }

  /** Stops the timer; a later look starts it again. */
  stop(): void {
    this.#timer.stop();
  }

  /** Keeps the very object as long as it says the same. */
  #lookAgain(): void {
    const seen = this.#look();
    if (JSON.stringify(seen) !== JSON.stringify(this.#availability)) this.#availability = seen;
    const now = this.#clock.now();
    const notice = seen.open && this.#flipsAt !== null ? this.#flipsAt - NOTICE : null;
    this.#lastCall = notice !== null && notice <= now ? this.#flipsAt : null;
    this.#timer.waitUntil(notice !== null && notice > now ? notice : this.#flipsAt);
  }

  #take(availability: Availability): void {
    this.#word = { availability, until: this.#endOf(availability) };
  }

  #look(): Availability {
    const now = this.#clock.now();
    if (this.#word?.until != null && this.#word.until <= now) this.#word = null;
    if (this.#word) {
      this.#flipsAt = this.#word.until;
      return this.#word.availability;
    }
    const { nextChange, ...availability } = this.#bySchedule();
    this.#flipsAt = nextChange === null ? null : Date.parse(nextChange);
    return availability;
  }

  /** A word that all is open holds no longer than the last entry, which only the schedule knows. */
  #endOf({ open, opensAt, closesAt }: Availability): number | null {
    if (!open) return opensAt === null ? null : Date.parse(opensAt);
    const bySchedule = this.#bySchedule();
    const ends = [closesAt, bySchedule.open ? bySchedule.nextChange : null].flatMap((at) =>
      at ? Date.parse(at) : [],
    );
    return ends.length > 0 ? Math.min(...ends) : null;
  }

  #bySchedule() {
    return availabilityAt(this.#clock.now(), this.#backendSchedule ?? this.#pageSchedule);
  }
}
