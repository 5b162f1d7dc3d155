import type { CallTarget } from './call-window.js';

/** Shows the call in this very tab: the page is left, so there is no window to watch or to focus. */
export function openRedirect(win: Window = window): CallTarget {
  return {
    go(link) {
      win.location.assign(link.href);
      return true;
    },
  };
}
