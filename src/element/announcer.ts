export interface AnnouncerOptions {
  /** What the element shows now, in the parts that are announced one by one. */
  readonly currentParts: () => readonly string[];
  /** Runs when the text of the live region has changed outside a render. */
  readonly onChange: () => void;
}

/** Decides what the element's live region (`role="status"`) says. */
export interface Announcer {
  /** The text of the live region; empty until something has changed. */
  readonly text: string;
  /**
   * Called by each render with what it shows. Announces the parts that changed since the last call. The first call in a
   * language announces nothing: that is read with the page.
   */
  update(lang: string, parts: readonly string[]): void;
  /** Announces a sentence, even if it is the one just announced. */
  announce(sentence: string): void;
  /** Announces what the element shows, although nothing has changed. */
  announceState(): void;
}

export function createAnnouncer({ currentParts, onChange }: AnnouncerOptions): Announcer {
  let text = '';
  let previousLang = '';
  let previousParts: readonly string[] = [];

  function announce(sentence: string): void {
    // Screen readers only announce a live region when its text changes.
    text = text === sentence ? `${sentence}\u00a0` : sentence;
    onChange();
  }

  return {
    get text() {
      return text;
    },
    update(lang, parts) {
      const changed = joinParts(parts.filter((part, index) => part !== previousParts[index]));
      if (previousLang !== lang) text = '';
      else if (changed) text = changed;
      previousLang = lang;
      previousParts = parts;
    },
    announce,
    announceState: () => announce(joinParts(currentParts())),
  };
}

function joinParts(parts: readonly string[]): string {
  return parts.join(' ').trim();
}
