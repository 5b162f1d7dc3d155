/** The device's two clocks, in ms. */
export interface DeviceClock {
  /** The device's date since the epoch, which people and networks change. */
  now(): number;
  /** Counts from some start and is never put back, but may stand still in sleep. */
  monotonic(): number;
}

/** What the time rests on: an answer of the backend, or the device's own date. */
export type TimeSource = 'server' | 'device';

/** One answer: it puts the server's time so far before the monotonic clock, give or take `error`. */
interface Sample {
  readonly lead: number;
  readonly error: number;
  /** When the answer came, by the monotonic clock. */
  readonly at: number;
  readonly serverTime: number;
}

/** How long a quick answer outranks slower ones, in ms. */
const WINDOW = 600_000;
/** A round trip this long, in ms, never replaces a better one. */
const SLOW = 5000;
/** Answers further apart than this, in ms, beyond their own error cannot both be right. */
const CONTRADICTION = 5000;
/** What the date may gain on the monotonic clock, in ms, before it counts as sleep. */
const SLEEP = 2000;

const EARLIEST = Date.UTC(2020);
const LATEST = Date.UTC(2100);

/**
 * The time by the backend's clock: it runs on the device's monotonic clock from the best answer of the last ten
 * minutes, so a wrong device date changes nothing. Before the first answer it is the device's date.
 */
export interface ServerClock {
  /** What the time rests on: the device before the first answer, and from a sleep to the first answer after it. */
  readonly source: TimeSource;
  /** Milliseconds since the epoch. */
  now(): number;
  /**
   * Takes in an answer. The quickest round trip is the most exact and wins. A time outside 2020–2100 is passed over,
   * and so is one long past by what is known: some cache kept it, unless it ticks on from the answer before.
   *
   * @param serverTime the server's time in the answer, in ms since the epoch
   * @param sentAt when the request left, in ms of the monotonic clock
   * @param receivedAt when the answer came, in ms of the monotonic clock
   * @param accuracy how far `serverTime` may be off either way, in ms: 500 for the middle of a `Date` header's second
   */
  sample(serverTime: number, sentAt: number, receivedAt: number, accuracy?: number): void;
  /**
   * Whether the device slept (or its date was changed) since this was last asked. The answers from before no longer
   * count then, and the caller should ask the server anew; until it answers, the time is the best guess.
   */
  slept(): boolean;
}

export function createServerClock(device: DeviceClock): ServerClock {
  /** The answers that count, the most exact one first. */
  let samples: readonly Sample[] = [];
  let previous: Sample | null = null;
  let latestServerTime = -Infinity;
  /** How far the device's date is behind what was last known, for use while there is no sample. */
  let dateLag = 0;
  let hasSlept = false;
  const dateLead = () => device.now() - device.monotonic();
  let lastDateLead = dateLead();

  function noticeSleep() {
    const before = lastDateLead;
    lastDateLead = dateLead();
    const gained = lastDateLead - before;
    if (!(Math.abs(gained) > SLEEP)) return;

    hasSlept = true;
    const [best] = samples;
    // The monotonic clock misses a sleep that the date has seen; a date put back was no sleep, so it had it right.
    if (best) dateLag = best.lead + Math.max(gained, 0) - lastDateLead;
    samples = [];
  }

  return {
    get source() {
      return samples.length > 0 ? 'server' : 'device';
    },

    now() {
      const [best] = samples;
      return best ? best.lead + device.monotonic() : device.now() + dateLag;
    },

    sample(serverTime, sentAt, receivedAt, accuracy = 0) {
      const trip = receivedAt - sentAt;
      if (!(serverTime >= EARLIEST && serverTime < LATEST && trip >= 0)) return;
      noticeSleep();

      const lead = serverTime + trip / 2 - receivedAt;
      const error = trip / 2 + accuracy;
      const agrees = (other: Sample) => Math.abs(lead - other.lead) <= CONTRADICTION + error;
      const [best] = samples;
      const contradicts = best !== undefined && !agrees(best);
      const past = best ? contradicts && lead < best.lead : serverTime <= latestServerTime;
      // A cache repeats itself; a clock that really says so has moved on as much as ours.
      const ticksOn = previous && serverTime > previous.serverTime && agrees(previous);
      const sample = { lead, error, at: receivedAt, serverTime };
      previous = sample;
      if (past && !ticksOn) return;

      if (contradicts) samples = [];
      else if (best && trip > SLOW && best.error < error) return;
      latestServerTime = serverTime;
      const recent = samples.filter(({ at }) => receivedAt - at <= WINDOW);
      samples = [sample, ...recent].sort((a, b) => a.error - b.error);
    },

    slept() {
      noticeSleep();
      const slept = hasSlept;
      hasSlept = false;
      return slept;
    },
  };
}
