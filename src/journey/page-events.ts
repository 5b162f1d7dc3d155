const TYPES = ['visibilitychange', 'pageshow', 'online', 'offline', 'focus'];
const listeners = new Set<(event: Event) => void>();

/**
 * Hears when the page is shown, hidden, restored from the back-forward cache, or goes on or off line; returns the way to
 * hear no more. It is one set of listeners for the page, since one for each element costs more with every element.
 */
export function listenToPage(listener: (event: Event) => void): () => void {
  if (listeners.size === 0) for (const type of TYPES) window.addEventListener(type, tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) for (const type of TYPES) window.removeEventListener(type, tell);
  };
}

function tell(event: Event): void {
  for (const listener of [...listeners]) listener(event);
}
