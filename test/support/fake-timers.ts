import type { Timers } from '../../src/device/timers.js';

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** Runs all pending microtasks, and lets what the network has already delivered arrive. */
const settle = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Timers that run when the test advances them, on clocks that the test controls. */
export class FakeTimers implements Timers {
  readonly #clocks: { now(): number; monotonic(): number };
  #elapsed = 0;
  #tasks: readonly Task[] = [];
  /** What `random` returns: with 0.5, polls have no jitter. */
  randomValue = 0.5;

  /** Advanced time is added to `clocks`: by default Monday 23 November 2026, 11:00 in India. */
  constructor(clocks = { now: () => Date.UTC(2026, 10, 23, 5, 30), monotonic: () => 0 }) {
    this.#clocks = clocks;
  }

  readonly now = () => this.#clocks.now() + this.#elapsed;
  readonly monotonic = () => this.#clocks.monotonic() + this.#elapsed;
  readonly random = () => this.randomValue;

  readonly after = (delay: number, run: () => void) => {
    const task = { due: this.#elapsed + delay, run };
    this.#tasks = [...this.#tasks, task].sort((a, b) => a.due - b.due);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  };

  /** Milliseconds until each pending task, the next one first. */
  get pendingDelays(): readonly number[] {
    return this.#tasks.map(({ due }) => due - this.#elapsed);
  }

  /** Advances the time: due tasks run in order, each with all microtasks that follow from it. */
  async advance(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    await settle();
    for (let next = this.#tasks[0]; next && next.due <= end; next = this.#tasks[0]) {
      this.#tasks = this.#tasks.slice(1);
      this.#elapsed = Math.max(this.#elapsed, next.due);
      next.run();
      await settle();
    }
    this.#elapsed = end;
  }

  /** Waits for the network until the condition holds, without advancing the time. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await settle();
  }
}
