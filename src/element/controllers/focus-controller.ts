import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The element that a {@link FocusController} belongs to. */
export interface FocusHost extends ReactiveControllerHost {
  readonly renderRoot: ShadowRoot;
}

/** Passes the focus of the button on to the banner that replaces it at the end, so that it is not lost. */
export class FocusController implements ReactiveController {
  readonly #host: FocusHost;
  #focused: Element | null = null;

  constructor(host: FocusHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.renderRoot.activeElement;
  }

  hostUpdated(): void {
    if (this.#focused?.isConnected === false)
      this.#host.renderRoot.querySelector<HTMLElement>('.banner')?.focus({ preventScroll: true });
  }
}
