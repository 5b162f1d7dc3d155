import { ANSWER_TIMEOUT_MS } from '../../src/protocol/limits.js';

/** Replaces the timer that ends a request, or the wait for a fresh endpoint, by one that the test ends. */
export function answerTimer() {
  const { setTimeout: set, clearTimeout: clear } = Object.getOwnPropertyDescriptors(window);
  const [reallySet, reallyClear] = [setTimeout.bind(window), clearTimeout.bind(window)];
  const waiting = new Map<unknown, () => void>();
  const setting = (task: () => void, ms?: number) => {
    const timer = reallySet(ms === ANSWER_TIMEOUT_MS ? () => undefined : task, ms);
    if (ms === ANSWER_TIMEOUT_MS) waiting.set(timer, task);
    return timer;
  };
  const clearing = (timer?: ReturnType<typeof setTimeout>) => {
    waiting.delete(timer);
    reallyClear(timer);
  };
  Object.defineProperty(window, 'setTimeout', { ...set, value: setting });
  Object.defineProperty(window, 'clearTimeout', { ...clear, value: clearing });
  return {
    waiting,
    /** Lets the timeout pass. */
    end: () => waiting.forEach((task) => task()),
    restore: () => Object.defineProperties(window, { setTimeout: set, clearTimeout: clear }),
  };
}
