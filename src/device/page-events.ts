const listeners = new Set<(event: Event) => void>();

/**
 * Listens for the page being shown, hidden, left, focused, blurred, restored from the back-forward cache, or going online or
 * offline.
 * Returns a function that stops listening. The page has one set of listeners, since one per element would cost more
 * with every element.
 */
export function listenToPage(listener: (event: Event) => void): () => void {
  if (listeners.size === 0) updateListeners('addEventListener');
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) updateListeners('removeEventListener');
  };
}

function updateListeners(method: 'addEventListener' | 'removeEventListener'): void {
  document[method]('visibilitychange', notify);
  for (const type of ['pageshow', 'pagehide', 'online', 'offline', 'focus', 'blur'])
    window[method](type, notify);
}

function notify(event: Event): void {
  for (const listener of [...listeners]) listener(event);
}
