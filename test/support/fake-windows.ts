/** A window that a test watches instead of the screen. */
export interface FakeWindow {
  readonly url: string;
  readonly went: string[];
  readonly focused: number;
  readonly opener: unknown;
  readonly closed: boolean;
  close(): void;
}

/**
 * Replaces `window.open` for each test of a suite: links lead to hosts that do not exist here. The real windows are
 * met in test/e2e.
 */
export function fakeWindows(): { opened: FakeWindow[] } {
  const opened: FakeWindow[] = [];
  const open = window.open.bind(window);
  beforeEach(() => {
    opened.splice(0);
    window.open = (url) => {
      const fake = {
        url: String(url ?? ''),
        went: [] as string[],
        focused: 0,
        opener: window,
        closed: false,
        document: document.implementation.createHTMLDocument(),
        location: { replace: (target: string) => fake.went.push(target) },
        focus: () => {
          fake.focused++;
        },
        close: () => {
          fake.closed = true;
        },
      };
      opened.push(fake);
      return fake as unknown as Window;
    };
  });
  afterEach(() => {
    // A call that is up belongs to the page, and would be found again by the next test.
    for (const fake of opened) fake.close();
    window.open = open;
  });
  return { opened };
}
