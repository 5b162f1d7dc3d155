import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { markTight } from '../mark-tight.js';

/** The element that a {@link TightController} belongs to. */
export interface TightHost extends ReactiveControllerHost {
  readonly renderRoot: ShadowRoot;
}

/** Marks the content of the host while it has little space for its text, in whichever document it is. */
export class TightController implements ReactiveController {
  readonly #host: TightHost;
  #observer: ResizeObserver | null = null;

  constructor(host: TightHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Also after each new connection, since the language may be different there. */
  hostUpdated(): void {
    this.#observer ??= markTight(this.#host.renderRoot.querySelector('.spoken'));
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }
}
