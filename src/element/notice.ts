import type { ReactiveControllerHost } from 'lit';
import { browserTimers } from '../device/timers.js';
import type { Journey } from '../journey/journey.js';

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
  let text = '';
  let shownIn = '';
  let cancel = () => {};

  function situation(): string {
    const { state, lastAttempt, customer } = current();
    return [state, lastAttempt, customer.phase].join();
  }

  host.addController({ hostDisconnected: () => cancel() });
  return {
    get text() {
      return shownIn === situation() ? text : '';
    },
    show(next) {
      text = next;
      shownIn = situation();
      cancel();
      cancel = browserTimers.after(SHOWN_MS, () => {
        text = '';
        host.requestUpdate();
      });
      host.requestUpdate();
    },
  };
}
