import type { Timers } from '../../src/journey/timers.js';

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** Lets everything that has been promised happen, and what the network has already delivered arrive. */
const settle = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Timers that run when the test says so, and clocks that the test moves on. */
export class FakeTimers implements Timers {
  readonly #clocks: { now(): number; monotonic(): number };
  #passed = 0;
  #tasks: readonly Task[] = [];
  /** What `random` gives: in the middle, polls have no jitter. */
  chance = 0.5;

  /** `clocks` is what the time that the test lets pass is added to: Monday 23 November 2026, 11:00 in India, unless given. */
  constructor(clocks = { now: () => Date.UTC(2026, 10, 23, 5, 30), monotonic: () => 0 }) {
    this.#clocks = clocks;
  }

  readonly now = () => this.#clocks.now() + this.#passed;
  readonly monotonic = () => this.#clocks.monotonic() + this.#passed;
  readonly random = () => this.chance;

  readonly after = (delay: number, run: () => void) => {
    const task = { due: this.#passed + delay, run };
    this.#tasks = [...this.#tasks, task].sort((a, b) => a.due - b.due);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  };

  /** Milliseconds until each task that waits, the next one first. */
  get waits(): readonly number[] {
    return this.#tasks.map(({ due }) => due - this.#passed);
  }

  /** Lets so many milliseconds pass: what falls due runs in its order, each with all that follows from it. */
  async advance(ms: number): Promise<void> {
    const end = this.#passed + ms;
    await settle();
    for (let next = this.#tasks[0]; next && next.due <= end; next = this.#tasks[0]) {
      this.#tasks = this.#tasks.slice(1);
      this.#passed = Math.max(this.#passed, next.due);
      next.run();
      await settle();
    }
    this.#passed = end;
  }

  /** Waits for what the network has yet to deliver; no time passes. */
  async until(happened: () => boolean): Promise<void> {
    while (!happened()) await settle();
  }
}
