import { VkycError } from '../errors/vkyc-error.js';
import type { StartRequest } from '../journey/call-launcher.js';
import type { SharedJourney } from '../journey/shared-journey.js';
import type { CallMode, Mode } from '../launch/call-mode.js';
import { focusPageCall } from '../launch/page-calls.js';
import { VkycEvent, VkycStartEvent } from './events.js';
import { JourneyElement } from './journey-element.js';
import { readFrameOrigins, readLinkHosts, readMode } from './settings.js';

/**
 * An element that starts calls: it asks the page before, and hands the journey what only the element at hand knows.
 *
 * @fires {VkycStartEvent} vkyc-start - In the gesture, before anything opens; cancelable.
 */
export abstract class CallElement extends JourneyElement {
  declare readonly renderRoot: ShadowRoot;

  /** Starts a call, or brings the one that is up to the front; must be called in a user gesture. */
  start(): void {
    this.startAs(readMode(this.mode));
  }

  /** Says again how things stand, though nothing has changed. */
  protected abstract repeat(): void;

  /** As {@link start}, in another way than the page has set. */
  protected startAs(wish: Mode): void {
    const { controller, state } = this;
    if (this.disabled || state === 'done') return;
    if (!controller) this.journeyFailed(new VkycError('no_endpoint'));
    else if (state === 'closed' || state === 'loading') this.repeat();
    else if (focusPageCall()) return;
    else if (this.journey.availability.open) this.#open(controller, wish);
    else this.repeat();
  }

  #open(controller: SharedJourney, wish: Mode): void {
    controller.setActiveView(this);
    const { mode, downgrade } = controller.resolveMode(wish);
    const hosts = readLinkHosts(this.allowedLinkHosts);
    const start = new VkycStartEvent(mode, mode === 'host' ? () => controller.takeLink(hosts) : undefined);
    if (!this.dispatchEvent(start) || mode === 'host') return;
    if (downgrade) this.dispatchEvent(new VkycEvent('vkyc-downgrade', downgrade));
    controller.start(this.#request(mode));
  }

  #request(mode: CallMode): StartRequest {
    const { messages, lang, dir } = this.language;
    return {
      mode,
      hosts: readLinkHosts(this.allowedLinkHosts),
      placeholder: { lang, dir, title: messages.callTitle, text: messages.hints.opening },
      dialog: {
        root: this.renderRoot,
        messages: { ...messages, lang, dir },
        origins: readFrameOrigins(this.frameOrigins),
      },
    };
  }
}
