import type { HandoffEnv } from '../../src/handoff/handoff.js';

interface FakeTimer {
  readonly task: () => void;
  readonly milliseconds: number;
}

/** A browser whose clipboard, share sheet, timers and visibility the test controls. */
export class FakeHandoffEnv implements HandoffEnv {
  readonly listeners = new Set<() => void>();
  readonly document = {
    hidden: false,
    addEventListener: (_type: string, listener: () => void) => void this.listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => void this.listeners.delete(listener),
  };
  readonly navigations: string[] = [];
  readonly location = { assign: (href: string) => void this.navigations.push(href) };
  readonly copied: string[] = [];
  readonly shared: ShareData[] = [];
  /** What the clipboard rejects with; null: it works. */
  clipboardError: Error | null = null;
  /** What the clipboard waits for. */
  clipboardReady = Promise.resolve();
  /** What the share sheet rejects with; null: it works. */
  shareError: Error | null = null;
  readonly timers = new Map<number, FakeTimer>();
  #timers = 0;

  readonly navigator = {
    clipboard: {
      writeText: (text: string) => {
        if (this.clipboardError) return Promise.reject(this.clipboardError);
        this.copied.push(text);
        return this.clipboardReady;
      },
    } as Clipboard,
    share: (data?: ShareData) => {
      if (this.shareError) return Promise.reject(this.shareError);
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

  /** Delays of the pending timers, in milliseconds. */
  get delays(): readonly number[] {
    return [...this.timers.values()].map(({ milliseconds }) => milliseconds);
  }

  /** Fires every pending timer. */
  runTimers(): void {
    for (const { task } of [...this.timers.values()]) task();
  }

  /** The customer switches to another tab, or comes back. */
  setHidden(hidden: boolean): void {
    this.document.hidden = hidden;
    for (const listener of [...this.listeners]) listener();
  }
}
