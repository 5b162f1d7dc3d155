import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warn } from '../../device/warn.js';
import { VkycError } from '../../errors/vkyc-error.js';
import { isAnswered } from '../../journey/journey.js';
import type { SharedJourney } from '../../journey/shared-journey.js';
import type { CallMode, Mode } from '../../launch/call-mode.js';
import type { CallOutcome } from '../../launch/dialog.js';
import { focusPageCall } from '../../launch/page-calls.js';
import type { LinkHosts } from '../../link/check-link.js';
import type { Announcer } from '../announcer.js';
import { dispatch } from '../dispatch.js';
import { VkycEvent, VkycStartEvent } from '../events.js';
import { dialogPart } from '../parts.js';
import { readFrameOrigins, readLinkHosts, readMode } from '../read-settings.js';
import type { JourneyController } from './journey-controller.js';
import type { LocalizeController } from './localize-controller.js';

/** The element that a {@link CallController} belongs to. */
export interface CallHost extends ReactiveControllerHost, HTMLElement {
  /** Receives the dialog around a call in `iframe` mode. */
  readonly renderRoot: ShadowRoot;
  readonly disabled: boolean;
  readonly mode: Mode;
  readonly allowedLinkHosts: string | undefined;
  readonly frameOrigins: string | undefined;
}

export interface CallControllerOptions {
  readonly journey: JourneyController;
  readonly localize: LocalizeController;
  readonly announcer: Pick<Announcer, 'announceState'>;
}

/** Starts and ends calls: dispatches `vkyc-start`, then passes on to the journey what only the host knows. */
export class CallController implements ReactiveController {
  readonly #host: CallHost;
  readonly #journey: JourneyController;
  readonly #localize: LocalizeController;
  readonly #announcer: Pick<Announcer, 'announceState'>;
  /** Set while listeners of `vkyc-start` run: whether one of them has called `start()`. */
  #nested: { isRequested: boolean } | null = null;
  /** The start whose link the page may take. */
  #takeable: object | null = null;

  constructor(host: CallHost, { journey, localize, announcer }: CallControllerOptions) {
    this.#host = host;
    this.#journey = journey;
    this.#localize = localize;
    this.#announcer = announcer;
    host.addController(this);
  }

  /** How a call would open now; null without an endpoint. */
  get mode(): CallMode | null {
    return this.#journey.shared?.resolveMode(readMode(this.#host.mode)).mode ?? null;
  }

  /**
   * Starts a call, or brings the running one to the front unless the customer has chosen another mode; must be called in
   * a user gesture.
   */
  start(chosenMode?: Mode): void {
    const { shared, current } = this.#journey;
    if (this.#nested) {
      this.#nested.isRequested = true;
      return;
    }
    if (this.#host.disabled || current.state === 'done') return;
    if (!shared) this.#journey.reportFailure(new VkycError('no_endpoint'));
    else if (current.state === 'closed' || current.state === 'loading' || this.#journey.waitMs > 0)
      this.#announcer.announceState();
    else if (!chosenMode && focusPageCall()) return;
    else if (!current.availability.open || (!chosenMode && shared.warnOfSecondCall()))
      this.#announcer.announceState();
    else this.#open(shared, chosenMode);
  }

  /** Ends what the page can end: a placeholder window, or the watch on a call. */
  close(): void {
    this.#journey.shared?.endCall();
  }

  hostUpdated(): void {
    if (this.mode === 'iframe') dialogPart.preload();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) this.#moved();
    });
  }

  #open(shared: SharedJourney, chosenMode?: Mode): void {
    this.#journey.setActiveView();
    const { mode, downgrade } = shared.resolveMode(chosenMode ?? readMode(this.#host.mode));
    const hosts = readLinkHosts(this.#host.allowedLinkHosts);
    if (!this.#requestStart(mode, hosts) || mode === 'host') return;
    // A listener may have started the call in another element.
    if ((!chosenMode && focusPageCall()) || shared.state.state === 'opening') return;
    if (downgrade) dispatch(this.#host, new VkycEvent('vkyc-downgrade', downgrade));
    const { messages, lang, dir } = this.#localize.language;
    shared.start({
      mode,
      hosts,
      openDialog: dialogPart,
      placeholder: { lang, dir, title: messages.callTitle, text: messages.hints.opening },
      dialog: {
        root: this.#host.renderRoot,
        messages: { ...messages, lang, dir },
        origins: readFrameOrigins(this.#host.frameOrigins),
        outcome: {
          current: () => this.#outcome,
          subscribe: (listener) => this.#journey.subscribe(listener),
        },
        onHidden: () => warn('hidden during a call, which ends it.'),
      },
    });
  }

  get #outcome(): CallOutcome | null {
    const { current } = this.#journey;
    const { phase } = current.customer;
    return isAnswered(current) ? { phase, text: this.#localize.language.messages.phases[phase] } : null;
  }

  /** Fires `vkyc-start`. A listener that prevents it may start again; its start takes the place of this one. */
  #requestStart(mode: CallMode, hosts: LinkHosts): boolean {
    for (const isLast of [false, true]) {
      const nested = { isRequested: false };
      this.#nested = nested;
      this.#takeable = null;
      const takeLink = mode === 'host' ? this.#createTakeLink(hosts) : undefined;
      const isAllowed = dispatch(this.#host, new VkycStartEvent(mode, takeLink));
      this.#nested = null;
      if (isAllowed || isLast || !nested.isRequested) return isAllowed;
    }
    return false;
  }

  /** Gives one link, for the newest start, while a call can start. */
  #createTakeLink(hosts: LinkHosts): () => Promise<string> {
    const start = {};
    this.#takeable = start;
    return async () => {
      const { shared, current } = this.#journey;
      if (this.#takeable !== start || !shared || !current.availability.open || current.state === 'done')
        throw new VkycError('conflict');
      this.#takeable = null;
      try {
        return await shared.takeLink(hosts);
      } catch (error) {
        // It may be tried again, unless there has been another start.
        this.#takeable ??= start;
        throw error;
      }
    };
  }

  /** The element was disconnected and reconnected in one task, which reloads the frame of a call. */
  #moved(): void {
    const { shared, current } = this.#journey;
    if (current.state !== 'open' || current.mode !== 'iframe') return;
    // The call may be shown by another element.
    if (!this.#host.renderRoot.querySelector('dialog')) return;
    warn('moved during a call, which ends it: use moveBefore().');
    shared?.moved();
  }
}
