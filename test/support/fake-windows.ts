import { forgetPageCall } from './forget-page-call.js';

/** A fake window that records what is done to it. */
export interface FakeWindow {
  readonly url: string;
  /** Where it was navigated after it was opened. */
  readonly navigations: string[];
  readonly focusCount: number;
  readonly opener: unknown;
  readonly closed: boolean;
  close(): void;
}

/**
 * Replaces `window.open` for each test of a suite, since links lead to hosts that do not exist here. test/e2e uses real
 * windows.
 */
export function fakeWindows(): { opened: FakeWindow[] } {
  const opened: FakeWindow[] = [];
  const open = window.open.bind(window);
  beforeEach(() => {
    opened.splice(0);
    forgetPageCall();
    window.open = (url) => {
      const fake = {
        url: String(url ?? ''),
        navigations: [] as string[],
        focusCount: 0,
        opener: window,
        closed: false,
        document: document.implementation.createHTMLDocument(),
        location: {
          /** As in a browser, it cannot be read once the window shows a page of another origin. */
          get origin() {
            if (fake.navigations.length > 0) throw new DOMException('Blocked a frame', 'SecurityError');
            return 'null';
          },
          replace: (target: string) => fake.navigations.push(target),
        },
        focus: () => {
          fake.focusCount++;
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
    // An open call belongs to the page, and the next test would find it.
    for (const fake of opened) fake.close();
    forgetPageCall();
    window.open = open;
  });
  return { opened };
}
