import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browserTimers } from '../../device/timers.js';
import { listenToPage } from '../../device/page-events.js';
import type { JourneyController } from './journey-controller.js';

const SECOND_MS = 1000;

/** Updates the host once a second while the backend accepts no request and somebody sees the page. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #journey: Pick<JourneyController, 'waitMs'>;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, journey: Pick<JourneyController, 'waitMs'>) {
    this.#host = host;
    this.#journey = journey;
    host.addController(this);
  }

  hostUpdated(): void {
    this.hostDisconnected();
    const { waitMs } = this.#journey;
    if (waitMs === 0) return;
    const update = () => this.#host.requestUpdate();
    const stopListening = listenToPage(update);
    const cancel = document.hidden ? () => {} : browserTimers.after(waitMs % SECOND_MS || SECOND_MS, update);
    this.#stop = () => {
      stopListening();
      cancel();
    };
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
