import { availabilityAt, type Availability } from '../hours/availability.js';
import { createBoundaryTimer } from '../hours/boundary-timer.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import { createServerClock, type TimeSource } from '../hours/server-clock.js';
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

/** When a call can start. */
export interface Hours {
  readonly availability: Availability;
  /** The moment after which no call can start any more, in epoch milliseconds, from 15 minutes before; else null. */
  readonly lastCall: number | null;
}

/** The backend's own word on opening hours, and until when it holds (epoch milliseconds; Infinity: until the next answer). */
interface BackendWord {
  readonly availability: Availability;
  readonly until: number;
}

/**
 * When a call can start: by the backend's own word until that runs out, else by its schedule, else by the page's; on
 * the backend's clock, else on the device's.
 *
 * @param changed hears each change that the clock or the backend made, never the first one; and whether the backend's
 *   word has just run out, so that it should be asked again
 */
export function createOpeningHours(changed: (wordRanOut: boolean) => void, timers: Timers) {
  const clock = createServerClock(timers);
  const timer = createBoundaryTimer({ clock, after: timers.after, onReached: recheck });
  let pageSchedule: ScheduleSettings = {};
  let backendSchedule: ScheduleSettings | null = null;
  let word: BackendWord | null = null;
  let hours = look();

  function look(): Hours {
    const now = clock.now();
    if (word && word.until <= now) word = null;
    const { nextChange, ...scheduled } = bySchedule();
    const { availability, until } = word ?? { availability: scheduled, until: momentOf(nextChange) };
    const notice = availability.open ? until - NOTICE : until;
    timer.waitUntil(notice > now ? notice : until);
    return { availability, lastCall: availability.open && notice <= now ? until : null };
  }

  /** Keeps the very object as long as it says the same. */
  function lookAgain(): void {
    const seen = look();
    if (JSON.stringify(seen) !== JSON.stringify(hours)) hours = seen;
  }

  function tell(wordRanOut: boolean): void {
    const before = hours;
    lookAgain();
    if (wordRanOut || hours !== before) changed(wordRanOut);
  }

  /** Looks at the clock again: at a boundary, after sleep, on a page event. */
  function recheck(): void {
    tell(word !== null && word.until <= clock.now());
  }

  function take(availability: Availability): void {
    const { open, opensAt, closesAt } = availability;
    const scheduled = bySchedule();
    // A word that all is open holds no longer than the last entry, which only the schedule knows.
    const until = open
      ? Math.min(momentOf(closesAt), scheduled.open ? momentOf(scheduled.nextChange) : Infinity)
      : momentOf(opensAt);
    word = { availability, until };
  }

  function bySchedule() {
    return availabilityAt(clock.now(), backendSchedule ?? pageSchedule);
  }

  return {
    recheck,
    get current(): Hours {
      return hours;
    },
    /** Whose clock these hours go by. */
    get clock(): TimeSource {
      return clock.source;
    },
    /** The time these hours go by, in epoch milliseconds. */
    now: () => clock.now(),
    /** The hours as the page sets them. Whatever changes by this is the page's own doing, so `changed` does not hear of it. */
    setPageSchedule(settings: ScheduleSettings): void {
      // Elements that share a journey mostly say the same.
      if (JSON.stringify(settings) === JSON.stringify(pageSchedule)) return;
      recheck();
      pageSchedule = settings;
      lookAgain();
    },
    /** Takes over what an answer says of time and hours. One that is silent on hours leaves what was said before. */
    heed({ answer, sentAt, receivedAt, date }: Reply): void {
      if (answer.serverTime !== null) clock.sample({ serverTime: answer.serverTime, sentAt, receivedAt });
      else if (date !== null)
        clock.sample({ serverTime: date + HALF_SECOND, sentAt, receivedAt, accuracy: HALF_SECOND });
      backendSchedule = answer.schedule ?? backendSchedule;
      if (answer.availability) take(answer.availability);
      else if (word?.until === Infinity) word = null;
      tell(false);
    },
    /** The backend refused because EnKash is closed; it may have said until when. */
    closedUntil(opensAt: string | null): void {
      take({ open: false, reason: 'server', opensAt, closesAt: null });
      tell(false);
    },
    /** Whether the device slept since this was last asked, so that the backend should be asked for the time anew. */
    slept: () => clock.slept(),
    /** Stops the timer; a later look starts it again. */
    stop: () => timer.stop(),
  };
}

function momentOf(time: string | null): number {
  return time === null ? Infinity : Date.parse(time);
}
