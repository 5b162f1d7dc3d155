/** What a journey hears of its page. */
export interface PageListener {
  /** The page was shown, hidden, restored from the back-forward cache, or went on or off line. */
  pageChanged(event: Event): void;
}

const listeners = new Set<PageListener>();
const sources = [
  [() => document, 'visibilitychange'],
  [() => window, 'pageshow'],
  [() => window, 'online'],
  [() => window, 'offline'],
  [() => window, 'focus'],
] as const;

/** Joins the page's one set of listeners: one each for all elements, since one for each element costs more with every element. */
export function listenToPage(listener: PageListener): void {
  if (listeners.size === 0) for (const [target, type] of sources) target().addEventListener(type, tell);
  listeners.add(listener);
}

export function leavePage(listener: PageListener): void {
  listeners.delete(listener);
  if (listeners.size === 0) for (const [target, type] of sources) target().removeEventListener(type, tell);
}

function tell(event: Event): void {
  for (const listener of [...listeners]) listener.pageChanged(event);
}
