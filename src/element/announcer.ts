import type { ReactiveControllerHost } from 'lit';
import type { State } from '../journey/journey.js';
import { createTemporaryText } from './temporary-text.js';

export interface AnnouncerOptions {
  readonly host: Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'>;
  /** What the element shows now, in the parts that are announced one by one. */
  readonly currentParts: () => readonly string[];
  /** Whether the focus is in the element. */
  readonly hasFocus: () => boolean;
}

/** What one render shows. */
export interface ShownParts {
  readonly lang: string;
  readonly parts: readonly string[];
  /** The first answer has not come yet while it is `idle` or `loading`. */
  readonly state: State;
}

/** Decides what the element's live region (`role="status"`) says. */
export interface Announcer {
  /** The text of the live region; empty until something has changed, and again some seconds after it has spoken. */
  readonly text: string;
  /**
   * Called by each render. Announces the parts that changed since the last call. Not announced is what is read with the
   * page: a new language, and the first answer, unless the customer waits for it with the focus in the element.
   */
  update(shown: ShownParts): void;
  /** Announces a sentence, even if it is the one just announced. */
  announce(sentence: string): void;
  /** Announces what the element shows, although nothing has changed, after a sentence of its own. */
  announceState(sentence?: string): void;
}

/** How long the live region keeps its text: long enough to be noticed, too short to be found while reading. */
const KEEP_MS = 5_000;

export function createAnnouncer({ host, currentParts, hasFocus }: AnnouncerOptions): Announcer {
  const text = createTemporaryText({ host, keepMs: KEEP_MS });
  let previous: ShownParts = { lang: '', parts: [], state: 'idle' };

  function announce(sentence: string): void {
    // Screen readers only announce a live region when its text changes.
    text.set(text.value === sentence ? `${sentence}\u00a0` : sentence);
    host.requestUpdate();
  }

  return {
    get text() {
      return text.value;
    },
    update(shown) {
      const changed = joinParts(shown.parts.filter((part, index) => part !== previous.parts[index]));
      if (previous.lang !== shown.lang) text.set('');
      else if (changed && (!(previous.state === 'idle' || previous.state === 'loading') || hasFocus()))
        text.set(changed);
      previous = shown;
    },
    announce,
    announceState: (sentence = '') => announce(joinParts([sentence, ...currentParts()])),
  };
}

function joinParts(parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}
