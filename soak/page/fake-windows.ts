/** Windows that the page opens, as a customer would see them. */
export interface FakeWindows {
  /** Links that windows were sent to, the latest last. */
  links(): readonly string[];
  /** Windows that are up. */
  openCount(): number;
  closeAll(): void;
  /** The browser does not let the page open the next window. After a second one the page would leave for the call. */
  blockNext(): void;
  allow(): void;
}

/** Replaces `window.open`: the links lead to pages that do not exist here. */
export function installFakeWindows(): FakeWindows {
  const opened: { closed: boolean }[] = [];
  const links: string[] = [];
  let isBlocked = false;
  const open = (): unknown => {
    if (isBlocked) {
      isBlocked = false;
      return null;
    }
    const location = {
      replace(link: string) {
        links.push(link);
        Object.defineProperty(location, 'origin', {
          get() {
            throw new DOMException('Blocked a frame', 'SecurityError');
          },
        });
      },
    };
    const fake = {
      opener: window,
      closed: false,
      document: document.implementation.createHTMLDocument(),
      location,
      focus: () => undefined,
      close: () => void (fake.closed = true),
    };
    opened.push(fake);
    return fake;
  };
  Object.assign(window, { open });
  return {
    links: () => links,
    openCount: () => opened.filter(({ closed }) => !closed).length,
    closeAll: () => opened.forEach((one) => void (one.closed = true)),
    blockNext: () => void (isBlocked = true),
    allow: () => void (isBlocked = false),
  };
}
