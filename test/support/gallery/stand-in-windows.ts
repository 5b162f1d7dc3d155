/** A window that only says it is one: the link in it leads nowhere. */
export class StandInWindow {
  readonly document = document.implementation.createHTMLDocument();
  readonly location = { replace: () => undefined };
  opener: unknown = window;
  closed = false;

  focus(): void {
    // It is nowhere to be seen.
  }

  close(): void {
    this.closed = true;
  }
}

/** Puts stand-ins in the place of the windows that the page opens. */
export class StandInWindows {
  readonly opened: StandInWindow[] = [];
  /** Whether the browser refuses to open one. */
  blocked = false;
  readonly #open = window.open.bind(window);

  constructor() {
    window.open = () => {
      if (this.blocked) return null;
      const standIn = new StandInWindow();
      this.opened.push(standIn);
      return standIn as unknown as Window;
    };
  }

  /** Closes all, and gives the browser's own windows back. */
  leave(): void {
    for (const standIn of this.opened) standIn.close();
    window.open = this.#open;
  }
}
