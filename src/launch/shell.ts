import type { CallWindow } from './call-window.js';

/** A native shell that shows the call in a window of its own, of which the page sees nothing. */
export const shellWindow: CallWindow = {
  closed: false,
  go: () => true,
  focus: () => undefined,
  discard: () => undefined,
};
