/** Waits, or ends early when the one who asked has gone. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** A {@link Pause} by the real clock. */
export const pause: Pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
