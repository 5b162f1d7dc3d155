import type { ReactiveControllerHost } from 'lit';
import type { Journey } from '../journey/journey.js';
import { createTemporaryText } from './temporary-text.js';

export interface NoticeOptions {
  readonly host: Pick<ReactiveControllerHost, 'addController' | 'requestUpdate'>;
  readonly current: () => Journey;
}

/** A visible answer to a press that changes nothing else. It takes the place of the hint for a while. */
export interface Notice {
  /** Empty after some seconds, and as soon as the journey has something else to say. */
  readonly text: string;
  show(text: string): void;
}

const SHOWN_MS = 10_000;

export function createNotice({ host, current }: NoticeOptions): Notice {
  const text = createTemporaryText({ host, keepMs: SHOWN_MS });
  let shownIn = '';

  function situation(): string {
    const { state, lastAttempt, customer } = current();
    return [state, lastAttempt, customer.phase].join();
  }

  return {
    get text() {
      return shownIn === situation() ? text.value : '';
    },
    show(next) {
      text.set(next);
      shownIn = situation();
      host.requestUpdate();
    },
  };
}
