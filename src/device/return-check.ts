/** At most one question in this time because the customer came back, in milliseconds. */
const MIN_INTERVAL_MS = 10_000;

/** Whether the customer has come back to the page, so that the status should be asked for. */
export interface ReturnCheck {
  /** The status was requested, for whatever reason. */
  requested(): void;
  /**
   * The page was hidden or shown, lost or got the focus, went offline or online. True when the status should be asked for:
   * the customer is back, or sees a page that has not asked for a while. Loading also shows a page, not a return.
   */
  cameBack(isAway: boolean): boolean;
}

/** @param monotonic the current time in monotonic milliseconds */
export function createReturnCheck(monotonic: () => number): ReturnCheck {
  let wasAway = false;
  let requestedAt = -Infinity;
  let returnedAt = -Infinity;

  return {
    requested() {
      requestedAt = monotonic();
    },
    cameBack(isAway) {
      if (isAway) {
        wasAway = true;
        return false;
      }
      const lastRequestAt = wasAway ? returnedAt : Math.max(requestedAt, returnedAt);
      if (monotonic() - lastRequestAt < MIN_INTERVAL_MS) return false;
      wasAway = false;
      returnedAt = monotonic();
      return true;
    },
  };
}
