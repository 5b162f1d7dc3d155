import type { HandoffPage } from '../../src/handoff/handoff.js';

interface FakeTimer {
  readonly task: () => void;
  readonly milliseconds: number;
}

/** A page whose clipboard, share sheet, timers and visibility are the test's. */
export class FakePage implements HandoffPage {
  readonly listeners = new Set<() => void>();
  readonly document = {
    hidden: false,
    addEventListener: (_type: string, listener: () => void) => void this.listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => void this.listeners.delete(listener),
  };
  readonly wentTo: string[] = [];
  readonly location = { assign: (href: string) => void this.wentTo.push(href) };
  readonly copied: string[] = [];
  readonly shared: ShareData[] = [];
  /** What the clipboard and the share sheet reject with; null: they work. */
  clipboardRefuses: Error | null = null;
  /** What the clipboard waits for. */
  clipboardReady = Promise.resolve();
  sharingFails: Error | null = null;
  readonly timers = new Map<number, FakeTimer>();
  #timers = 0;

  readonly navigator = {
    clipboard: {
      writeText: (text: string) => {
        if (this.clipboardRefuses) return Promise.reject(this.clipboardRefuses);
        this.copied.push(text);
        return this.clipboardReady;
      },
    } as Clipboard,
    share: (data?: ShareData) => {
      if (this.sharingFails) return Promise.reject(this.sharingFails);
      this.shared.push(data ?? {});
      return Promise.resolve();
    },
  };

  setTimeout(task: () => void, milliseconds: number): number {
    this.timers.set(++this.#timers, { task, milliseconds });
    return this.#timers;
  }

  clearTimeout(timer: number | undefined): void {
    if (timer !== undefined) this.timers.delete(timer);
  }

  /** Milliseconds of the timers that wait. */
  get waits(): readonly number[] {
    return [...this.timers.values()].map(({ milliseconds }) => milliseconds);
  }

  /** Lets the time of every timer pass. */
  runTimers(): void {
    for (const { task } of [...this.timers.values()]) task();
  }

  /** The customer goes to another tab, or comes back. */
  turn(hidden: boolean): void {
    this.document.hidden = hidden;
    for (const listener of [...this.listeners]) listener();
  }
}
