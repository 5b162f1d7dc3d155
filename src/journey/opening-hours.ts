import type { Timers } from '../device/timers.js';
import { availabilityAt, type Availability } from '../hours/availability.js';
import { createBoundaryTimer } from '../hours/boundary-timer.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import { createServerClock, type TimeSource } from '../hours/server-clock.js';
import type { Reply } from '../session/session-client.js';
import type { JourneyStore } from './journey-store.js';

/** A `Date` header names a second, not a moment in it: its middle, give or take half a second, is the best estimate. */
const HALF_SECOND_MS = 500;

/** An answer whose time differs by more than this from the device's date looks like one from a cache. */
const MAX_AGE_MS = 60 * 60_000;

/** How long before the last moment to start a call the customer is notified of it. */
const LAST_CALL_NOTICE_MS = 15 * 60_000;

/**
 * When a call can start: what the backend said about its hours until that runs out, else the backend's schedule, else
 * the page's; by the backend's clock, else by the device's. Changes are dispatched as `hours-changed`, or as
 * `schedule-set` where the page itself made them.
 */
export interface OpeningHours {
  /** Whose clock the hours are based on. */
  readonly clock: TimeSource;
  /** The time by that clock, in epoch milliseconds. */
  now(): number;
  /** Checks the clock again: at a boundary, after a sleep, on a page event. */
  recheck(): void;
  setPageSchedule(settings: ScheduleSettings): void;
  /** Applies the time and hours of an answer. An answer without hours leaves the earlier ones in place. */
  applyReply(reply: Reply): void;
  /** Whether the time of an answer is hours off the device's date: one of the two is wrong, or a cache answers. */
  isOff(reply: Reply): boolean;
  /** Whether the device slept since the last call, so that the backend should be asked for the time again. */
  slept(): boolean;
  /** Stops the timer; the next check starts it again. */
  stop(): void;
}

/** What the opening hours are built on. */
export interface OpeningHoursOptions {
  readonly store: JourneyStore;
  readonly timers: Timers;
}

/** What the backend said about its hours, and until when (epoch milliseconds; Infinity: until the next answer). */
interface BackendHours {
  readonly availability: Availability;
  readonly until: number;
}

export function createOpeningHours({ store, timers }: OpeningHoursOptions): OpeningHours {
  const clock = createServerClock(timers);
  const timer = createBoundaryTimer({ clock, after: timers.after, onReached: recheck });
  let pageSchedule: ScheduleSettings = {};
  let backendSchedule: ScheduleSettings | null = null;
  let backendHours: BackendHours | null = null;

  /** Computes the hours of this moment, keeping the very objects of the state where they are equal. Sets the timer. */
  function compute() {
    const now = clock.now();
    if (backendHours && backendHours.until <= now) backendHours = null;
    const { nextChange, ...scheduled } = bySchedule();
    const { availability, until } = backendHours ?? { availability: scheduled, until: parseTime(nextChange) };
    const noticeAt = availability.open ? until - LAST_CALL_NOTICE_MS : until;
    timer.waitUntil(noticeAt > now ? noticeAt : until);
    const hours = { availability, lastCall: availability.open && noticeAt <= now ? until : null };
    const current = { availability: store.state.availability, lastCall: store.state.lastCall };
    return JSON.stringify(hours) === JSON.stringify(current) ? current : hours;
  }

  function update(backendHoursExpired = false): void {
    const hours = compute();
    const { availability, lastCall } = store.state;
    if (backendHoursExpired || hours.availability !== availability || hours.lastCall !== lastCall)
      store.dispatch({ type: 'hours-changed', ...hours, clock: clock.source, backendHoursExpired });
  }

  function recheck(): void {
    update(backendHours !== null && backendHours.until <= clock.now());
  }

  function setBackendHours(availability: Availability): void {
    const { open, opensAt, closesAt } = availability;
    const scheduled = bySchedule();
    // The backend's word that it is open holds until the last entry at most, which only the schedule knows.
    const until = open
      ? Math.min(parseTime(closesAt), scheduled.open ? parseTime(scheduled.nextChange) : Infinity)
      : parseTime(opensAt);
    backendHours = { availability, until };
  }

  function bySchedule() {
    return availabilityAt(clock.now(), backendSchedule ?? pageSchedule);
  }

  store.subscribe(({ action }) => {
    if (action.type !== 'closed-by-server') return;
    setBackendHours({ open: false, reason: 'server', opensAt: action.opensAt, closesAt: null });
    update();
  });
  store.dispatch({ type: 'schedule-set', ...compute() });

  return {
    recheck,
    get clock() {
      return clock.source;
    },
    now: () => clock.now(),
    setPageSchedule(settings) {
      // Elements that share a journey mostly have the same schedule.
      if (JSON.stringify(settings) === JSON.stringify(pageSchedule)) return;
      recheck();
      pageSchedule = settings;
      store.dispatch({ type: 'schedule-set', ...compute() });
    },
    applyReply({ answer, sentAt, receivedAt, date }) {
      if (answer.serverTime !== null) clock.sample({ serverTime: answer.serverTime, sentAt, receivedAt });
      else if (date !== null)
        clock.sample({ serverTime: date + HALF_SECOND_MS, sentAt, receivedAt, accuracy: HALF_SECOND_MS });
      backendSchedule = answer.schedule ?? backendSchedule;
      if (answer.availability) setBackendHours(answer.availability);
      else if (backendHours?.until === Infinity) backendHours = null;
      update();
    },
    isOff: ({ answer, date }) =>
      Math.abs((answer.serverTime ?? date ?? timers.now()) - timers.now()) > MAX_AGE_MS,
    slept: () => clock.slept(),
    stop: () => timer.stop(),
  };
}

function parseTime(time: string | null): number {
  return time === null ? Infinity : Date.parse(time);
}
