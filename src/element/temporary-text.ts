import type { ReactiveControllerHost } from 'lit';
import { browserTimers } from '../device/timers.js';

/** A text that empties itself. */
export interface TemporaryText {
  readonly value: string;
  /** Does not update the host, so that it can be called while the host renders. */
  set(text: string): void;
}

/** What a temporary text is built on. */
export interface TemporaryTextOptions {
  /** Is updated when the text has emptied itself. */
  readonly host: Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'>;
  /** How long the text stays, in milliseconds. */
  readonly keepMs: number;
}

/** Creates an empty text. It also empties itself when the host leaves the page. */
export function createTemporaryText({ host, keepMs }: TemporaryTextOptions): TemporaryText {
  let value = '';
  let cancel = () => {};

  function set(text: string): void {
    cancel();
    value = text;
    if (!text) return;
    cancel = browserTimers.after(keepMs, () => {
      value = '';
      host.requestUpdate();
    });
  }

  host.addController({ hostDisconnected: () => set('') });
  return {
    get value() {
      return value;
    },
    set,
  };
}
