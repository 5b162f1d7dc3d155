/** The device's two clocks, in ms. */
export interface DeviceClock {
  /** The device's date since the epoch, which people and networks change. */
  now(): number;
  /** Counts from some start and is never put back, but may stand still in sleep. */
  monotonic(): number;
}

/** What the time rests on: an answer of the backend, or the device's own date. */
export type TimeSource = 'server' | 'device';

/** One answer: at the monotonic moment `at` it was `time`, give or take `error`. */
interface Sample {
  readonly time: number;
  readonly at: number;
  readonly error: number;
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

const thisDevice: DeviceClock = { now: () => Date.now(), monotonic: () => performance.now() };

/**
 * The time by the backend's clock: it runs on the device's monotonic clock from the best answer of the last ten
 * minutes, so a wrong device date changes nothing. Before the first answer it is the device's date.
 */
export class ServerClock {
  readonly #device: DeviceClock;
  #samples: readonly Sample[] = [];
  #best: Sample | null = null;
  #previous: Sample | null = null;
  #latestServerTime = -Infinity;
  /** How far the device's date is behind what was last known, for use while there is no sample. */
  #dateLag = 0;
  #lastLook: { readonly now: number; readonly monotonic: number };
  #slept = false;

  constructor(device: DeviceClock = thisDevice) {
    this.#device = device;
    this.#lastLook = { now: device.now(), monotonic: device.monotonic() };
  }

  /** What the time rests on: the device before the first answer, and from a sleep to the first answer after it. */
  get source(): TimeSource {
    return this.#best ? 'server' : 'device';
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.#best ? timeBy(this.#best, this.#device.monotonic()) : this.#device.now() + this.#dateLag;
  }

  /**
   * Takes in an answer. The quickest round trip is the most exact and wins. A time outside 2020–2100 is passed over,
   * and so is one long past by what is known: some cache kept it, unless it ticks on from the answer before.
   *
   * @param serverTime the server's time in the answer, in ms since the epoch
   * @param sentAt when the request left, in ms of the monotonic clock
   * @param receivedAt when the answer came, in ms of the monotonic clock
   * @param accuracy how far `serverTime` may be off either way, in ms: 500 for the middle of a `Date` header's second
   */
  sample(serverTime: number, sentAt: number, receivedAt: number, accuracy = 0): void {
    const halfTrip = (receivedAt - sentAt) / 2;
    if (!(serverTime >= EARLIEST && serverTime < LATEST && halfTrip >= 0)) return;
    this.#noticeSleep();

    const sample = { time: serverTime + halfTrip, at: receivedAt, error: halfTrip + accuracy, serverTime };
    const gap = this.#best ? sample.time - timeBy(this.#best, receivedAt) : 0;
    const contradicts = Math.abs(gap) > CONTRADICTION + sample.error;
    const past = this.#best ? contradicts && gap < 0 : serverTime <= this.#latestServerTime;
    const ticksOn = this.#previous !== null && follows(sample, this.#previous);
    this.#previous = sample;
    if (past && !ticksOn) return;

    if (contradicts) this.#samples = [];
    else if (this.#best && 2 * halfTrip > SLOW && this.#best.error < sample.error) return;
    this.#latestServerTime = serverTime;
    this.#samples = [...this.#samples.filter(({ at }) => receivedAt - at <= WINDOW), sample];
    this.#best = this.#samples.reduce((best, next) => (next.error <= best.error ? next : best));
  }

  /**
   * Whether the device slept (or its date was changed) since this was last asked. The answers from before no longer
   * count then, and the caller should ask the server anew; until it answers, the time is the best guess.
   */
  slept(): boolean {
    this.#noticeSleep();
    const slept = this.#slept;
    this.#slept = false;
    return slept;
  }

  #noticeSleep(): void {
    const look = { now: this.#device.now(), monotonic: this.#device.monotonic() };
    const gained = look.now - this.#lastLook.now - (look.monotonic - this.#lastLook.monotonic);
    this.#lastLook = look;
    if (!(Math.abs(gained) > SLEEP)) return;

    this.#slept = true;
    if (!this.#best) return;
    // The monotonic clock misses a sleep that the date has seen; a date put back was no sleep, so it had it right.
    this.#dateLag = timeBy(this.#best, look.monotonic) + Math.max(gained, 0) - look.now;
    this.#samples = [];
    this.#best = null;
  }
}

function timeBy(sample: Sample, monotonic: number): number {
  return sample.time + monotonic - sample.at;
}

/** A cache repeats itself; a clock that really says so has moved on as much as ours. */
function follows(sample: Sample, earlier: Sample): boolean {
  return (
    sample.serverTime > earlier.serverTime &&
    Math.abs(sample.time - timeBy(earlier, sample.at)) <= CONTRADICTION + sample.error
  );
}
