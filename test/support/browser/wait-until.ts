import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds after which a condition that has not come true fails the test. */
export const WAIT_TIMEOUT_MS = 15_000;
const POLL_MS = 20;

/**
 * Waits until a condition holds.
 * @throws {Error} naming the condition, when it does not hold within `WAIT_TIMEOUT_MS`.
 */
export const waitUntil = async (
  condition: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> => {
  const deadline = performance.now() + WAIT_TIMEOUT_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Timed out waiting until ${condition}.`);
    await delay(POLL_MS);
  }
};
