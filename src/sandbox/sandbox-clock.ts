/** The clock of the sandbox: a real clock, shifted by a test or a demo. */
export interface SandboxClock {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Moves the clock forward, or back when negative.
   * @throws {TypeError} when it is not a finite number of milliseconds.
   */
  shift(milliseconds: number): void;
}

/** Waits, or resolves early when the client has disconnected: there is nobody left to answer. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Creates a clock that starts at the time of `base`, in epoch milliseconds. */
export function createSandboxClock(base: () => number): SandboxClock {
  let shiftMs = 0;
  return {
    now: () => base() + shiftMs,
    shift: (milliseconds) => {
      if (!Number.isFinite(milliseconds))
        throw new TypeError(
          `A clock shift is a finite number of milliseconds; received ${typeof milliseconds}.`,
        );
      shiftMs += milliseconds;
    },
  };
}

/** A {@link Pause} in real time. */
export const pause: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
