/** The device's two clocks, in milliseconds. */
export interface DeviceClock {
  /** The device's date in epoch milliseconds; users and networks can change it. */
  now(): number;
  /** Counts up from an arbitrary start and is never set back, but may stand still while the device sleeps. */
  monotonic(): number;
}

/** What the time is based on: a response of the backend, or the device's own date. */
export type TimeSource = 'server' | 'device';

/** The time in one response of the backend. All times in milliseconds; requests are timed by the monotonic clock. */
export interface TimeSample {
  /** The server's time in the response, in epoch milliseconds. */
  readonly serverTime: number;
  /** When the request was sent. */
  readonly sentAt: number;
  /** When the response arrived. */
  readonly receivedAt: number;
  /** Maximum error of `serverTime` in either direction: 500 for the middle of a `Date` header's second. Default: 0. */
  readonly accuracy?: number;
}

/** A sample, evaluated: the server's time is `offset` ahead of the monotonic clock, within ± `error`. */
interface Measurement {
  readonly offset: number;
  readonly error: number;
  /** When the response arrived, by the monotonic clock. */
  readonly at: number;
  readonly serverTime: number;
}

/** How long a fast response outranks slower ones. */
const WINDOW_MS = 600_000;
/** A round trip longer than this never replaces a better measurement. */
const SLOW_ROUND_TRIP_MS = 5000;
/** Two measurements that differ by more than this, beyond their own errors, cannot both be right. */
const CONTRADICTION_MS = 5000;
/** When the date gains more than this on the monotonic clock, the device has slept. */
const SLEEP_MS = 2000;

/** Server times outside this range are ignored. */
const EARLIEST = Date.UTC(2020);
const LATEST = Date.UTC(2100);

/**
 * The backend's time, by a simplified NTP: each response gives an offset between the server's time and the device's
 * monotonic clock, with half the round trip as its error, and the measurement with the smallest error in the last ten
 * minutes counts. A wrong device date therefore does not matter. Before the first response the device's date is used.
 */
export interface ServerClock {
  /** `device` before the first response, and from a sleep until the next response. */
  readonly source: TimeSource;
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Adds the time of a response. A time outside 2020–2100 is ignored. So is one older than the newest server time: a
   * cached response, unless it advances with our clock.
   */
  sample(sample: TimeSample): void;
  /**
   * Whether the device slept (or its date was changed) since the last call. Older measurements are dropped then, and the
   * caller should ask the backend again; until it responds, the time is a best guess.
   */
  slept(): boolean;
}

export function createServerClock(device: DeviceClock): ServerClock {
  /** The measurements in use, the most accurate first. */
  let measurements: readonly Measurement[] = [];
  let previous: Measurement | null = null;
  let latestServerTime = -Infinity;
  /** How far the device's date is behind the last known time; used while there is no measurement. */
  let dateLag = 0;
  let hasSlept = false;
  const dateOffset = () => device.now() - device.monotonic();
  let lastDateOffset = dateOffset();

  function detectSleep() {
    const before = lastDateOffset;
    lastDateOffset = dateOffset();
    const gained = lastDateOffset - before;
    if (!(Math.abs(gained) > SLEEP_MS)) return;

    hasSlept = true;
    const [best] = measurements;
    // The monotonic clock misses a sleep that the date shows. A date set back was not a sleep: the monotonic clock is right.
    if (best) dateLag = best.offset + Math.max(gained, 0) - lastDateOffset;
    measurements = [];
  }

  return {
    get source() {
      return measurements.length > 0 ? 'server' : 'device';
    },

    now() {
      const [best] = measurements;
      return best ? best.offset + device.monotonic() : device.now() + dateLag;
    },

    sample({ serverTime, sentAt, receivedAt, accuracy = 0 }) {
      const roundTrip = receivedAt - sentAt;
      if (!(serverTime >= EARLIEST && serverTime < LATEST && roundTrip >= 0)) return;
      detectSleep();

      const offset = serverTime + roundTrip / 2 - receivedAt;
      const error = roundTrip / 2 + accuracy;
      const agrees = (other: Measurement) => Math.abs(offset - other.offset) <= CONTRADICTION_MS + error;
      const [best] = measurements;
      const contradicts = best !== undefined && !agrees(best);
      const isPast = best ? contradicts && offset < best.offset : serverTime <= latestServerTime;
      // A cache repeats itself; a server whose clock was set back advances as fast as our clock.
      const advances = previous && serverTime > previous.serverTime && agrees(previous);
      const measurement = { offset, error, at: receivedAt, serverTime };
      previous = measurement;
      if (isPast && !advances) return;

      if (contradicts) measurements = [];
      else if (best && roundTrip > SLOW_ROUND_TRIP_MS && best.error < error) return;
      latestServerTime = serverTime;
      const recent = measurements.filter(({ at }) => receivedAt - at <= WINDOW_MS);
      measurements = [measurement, ...recent].sort((a, b) => a.error - b.error);
    },

    slept() {
      detectSleep();
      const slept = hasSlept;
      hasSlept = false;
      return slept;
    },
  };
}
