import { outsideZones } from '../device/outside-zones.js';
import { internalError } from '../errors/internal-error.js';
import type { VkycError } from '../errors/vkyc-error.js';

/** Runs what the page, the browser or the customer starts: outside the page's zones, and never throwing into the page. */
export interface Guard {
  /** The result of `task`; undefined after a failure, which nobody foresaw and which is reported once. */
  run<T>(task: () => T): T | undefined;
}

/** @param report receives each kind of failure once */
export function createGuard(report: (failure: VkycError) => void): Guard {
  /** By their message. */
  const reported = new Set<string>();
  return {
    run(task) {
      try {
        return outsideZones(task);
      } catch (error) {
        const failure = internalError(error);
        if (!reported.has(failure.message)) {
          reported.add(failure.message);
          report(failure);
        }
        return undefined;
      }
    },
  };
}
