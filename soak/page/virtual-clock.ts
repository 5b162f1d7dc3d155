/** A clock of the page that stands still until it is advanced. */
export interface VirtualClock {
  /** Milliseconds that have passed. */
  elapsed(): number;
  /** Timers that have not run yet. */
  pending(): number;
  /** Lets time pass: due timers run in order, each with what follows from it. */
  advance(milliseconds: number): Promise<void>;
  /** Changes the device's date, as its owner or the network does. The monotonic clock does not change. */
  jump(milliseconds: number): void;
  /** Sets the date to the beginning again. */
  startOver(): void;
}

interface Task {
  readonly id: number;
  readonly due: number;
  readonly run: () => void;
}

const realSetTimeout = window.setTimeout.bind(window);

/** Lets the network deliver what it has, in real time. */
export const pause = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => void realSetTimeout(resolve, milliseconds));

/** Lets everything run that does not wait for time. */
export const settle = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Replaces the clocks and timers of the page. Must run before the element's script. */
export function installVirtualClock(start: number): VirtualClock {
  let elapsed = 0;
  let jumped = 0;
  let lastId = 0;
  const tasks = new Map<number, Task>();
  const schedule = (run: unknown, delay = 0, ...values: unknown[]): number => {
    const id = ++lastId;
    const call = () => {
      if (typeof run === 'function') Reflect.apply(run, window, values);
    };
    tasks.set(id, { id, due: elapsed + Math.max(0, delay), run: call });
    return id;
  };
  const next = (end: number) =>
    [...tasks.values()].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due || a.id - b.id)[0];

  Date.now = () => start + elapsed + jumped;
  performance.now = () => elapsed;
  Object.assign(window, { setTimeout: schedule, clearTimeout: (id: number) => tasks.delete(id) });

  return {
    elapsed: () => elapsed,
    pending: () => tasks.size,
    async advance(milliseconds) {
      const end = elapsed + milliseconds;
      for (let task = next(end); task; task = next(end)) {
        tasks.delete(task.id);
        elapsed = Math.max(elapsed, task.due);
        task.run();
        await settle();
      }
      elapsed = end;
    },
    jump: (milliseconds) => void (jumped += milliseconds),
    startOver: () => void (jumped = -elapsed),
  };
}
