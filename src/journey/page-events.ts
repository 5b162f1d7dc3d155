const listeners = new Set<(event: Event) => void>();

/**
 * Hears when the page is shown, hidden, restored from the back-forward cache, or goes on or off line; returns the way to
 * hear no more. It is one set of listeners for the page, since one for each element costs more with every element.
 */
export function listenToPage(listener: (event: Event) => void): () => void {
  if (listeners.size === 0) turn('addEventListener');
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) turn('removeEventListener');
  };
}

function turn(how: 'addEventListener' | 'removeEventListener'): void {
  document[how]('visibilitychange', tell);
  for (const type of ['pageshow', 'online', 'offline', 'focus']) window[how](type, tell);
}

function tell(event: Event): void {
  for (const listener of [...listeners]) listener(event);
}
