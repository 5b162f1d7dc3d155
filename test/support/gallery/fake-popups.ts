/** A window that only looks like one: a link opened in it is not loaded. */
export interface FakePopup {
  readonly closed: boolean;
  close(): void;
}

/** The fake `window.open` of a page. */
export interface FakePopups {
  readonly opened: readonly FakePopup[];
  /** Makes the browser block popups from now on. */
  block(): void;
  /** Closes all fake popups and restores the browser's own `window.open`. */
  restore(): void;
}

/** Replaces `window.open` by one that opens fake popups. */
export function createFakePopups(): FakePopups {
  const realOpen = window.open.bind(window);
  const opened: FakePopup[] = [];
  let blocked = false;
  window.open = () => {
    if (blocked) return null;
    const popup = {
      document: document.implementation.createHTMLDocument(),
      location: { replace: () => undefined },
      opener: window,
      closed: false,
      focus: () => undefined,
      close: () => void (popup.closed = true),
    };
    opened.push(popup);
    return popup as unknown as Window;
  };
  return {
    opened,
    block: () => void (blocked = true),
    restore: () => {
      for (const popup of opened) popup.close();
      window.open = realOpen;
    },
  };
}
