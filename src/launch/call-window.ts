/** Something that can show the call once there is a link. */
export interface CallTarget {
  /**
   * Navigates to the call. False when the customer has closed the window meanwhile, or the browser does not allow it.
   *
   * @param onUnseen runs when the customer probably does not see the call: its window has not left, and the page has the
   * focus
   */
  go(link: URL, onUnseen?: () => void): boolean;
}

/** A window of its own, or a dialog in the page, that shows the call. Nothing in it throws. */
export interface CallWindow extends CallTarget {
  /** Only an indication: browsers also report a live window as closed once the call's page severs it from ours. */
  readonly closed: boolean;
  /** Whether `closed` can no longer be read, and the window may still be open. */
  readonly lost?: boolean;
  focus(): void;
  /** Closes what belongs to the page: a placeholder, or a dialog. A window that shows the call stays open. */
  discard(): void;
}
