import type { Actor, ErrorCode } from '../errors/error-catalogue.js';
import type { PublicEventDetails } from '../journey/public-event.js';
import type { CallMode } from '../launch/call-mode.js';

/** What each event's `detail` holds. */
export interface VkycEventDetails {
  /** In the customer's gesture, before anything opens; `preventDefault()` stops the start. */
  'vkyc-start': { mode: CallMode };
  /** The call is on its way to the customer's screen. */
  'vkyc-open': PublicEventDetails['open'];
  /** The first way to open the call did not do; another is taken or offered. */
  'vkyc-downgrade': PublicEventDetails['downgrade'];
  /** The call's window is gone. It says nothing about the outcome. */
  'vkyc-close': PublicEventDetails['close'];
  /** EnKash now says something else; the first answer has `previousPhase: 'unknown'`. */
  'vkyc-status-change': PublicEventDetails['status-change'];
  /** The hours flip, or the backend closes or opens them. */
  'vkyc-availability-change': PublicEventDetails['availability-change'];
  /** The customer wants to be reminded; `preventDefault()` if the page sends a reminder of its own. */
  'vkyc-remind': { opensAt: string };
  /** The endpoint no longer works. Without `renewWith`, `vkyc-error` follows. */
  'vkyc-session-expired': Record<string, never>;
  /** One for each failure, with a `code` of the closed list in docs/errors.md. */
  'vkyc-error': { code: ErrorCode; retryable: boolean; actor: Actor };
}

/**
 * What all events of the element share: they bubble, cross shadow roots, and carry a frozen, JSON-safe `detail` that
 * never holds the link, the endpoint or personal data.
 */
export class VkycEvent<Detail extends object> extends Event {
  readonly detail: Readonly<Detail>;

  constructor(type: keyof VkycEventDetails, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = Object.freeze(detail);
  }
}

/** `vkyc-start`, with the link in `host` mode for the page or native shell that opens it. */
export class VkycStartEvent extends VkycEvent<VkycEventDetails['vkyc-start']> {
  /** In `host` mode only: promises the link; rejects with a `VkycError`. */
  readonly takeLink?: () => Promise<string>;

  constructor(mode: CallMode, takeLink?: () => Promise<string>) {
    super('vkyc-start', { mode }, true);
    if (takeLink) this.takeLink = takeLink;
  }
}

/** `vkyc-session-expired`, with a way to give a fresh endpoint. */
export class VkycSessionExpiredEvent extends VkycEvent<VkycEventDetails['vkyc-session-expired']> {
  /** @internal */
  renewal: Promise<string> | null = null;

  constructor() {
    super('vkyc-session-expired', {});
  }

  /** Promises a fresh endpoint; to be called before the listener returns. */
  renewWith(endpoint: Promise<string> | string): void {
    this.renewal = Promise.resolve(endpoint);
  }
}

/** The element's events by name. */
export type VkycEventMap = {
  [Type in keyof VkycEventDetails]: VkycEvent<VkycEventDetails[Type]>;
} & { 'vkyc-start': VkycStartEvent; 'vkyc-session-expired': VkycSessionExpiredEvent };

export type VkycOpenEvent = VkycEvent<VkycEventDetails['vkyc-open']>;
export type VkycDowngradeEvent = VkycEvent<VkycEventDetails['vkyc-downgrade']>;
export type VkycCloseEvent = VkycEvent<VkycEventDetails['vkyc-close']>;
export type VkycStatusChangeEvent = VkycEvent<VkycEventDetails['vkyc-status-change']>;
export type VkycAvailabilityChangeEvent = VkycEvent<VkycEventDetails['vkyc-availability-change']>;
export type VkycRemindEvent = VkycEvent<VkycEventDetails['vkyc-remind']>;
export type VkycErrorEvent = VkycEvent<VkycEventDetails['vkyc-error']>;

declare global {
  interface HTMLElementEventMap {
    'vkyc-start': VkycStartEvent;
    'vkyc-open': VkycOpenEvent;
    'vkyc-downgrade': VkycDowngradeEvent;
    'vkyc-close': VkycCloseEvent;
    'vkyc-status-change': VkycStatusChangeEvent;
    'vkyc-availability-change': VkycAvailabilityChangeEvent;
    'vkyc-remind': VkycRemindEvent;
    'vkyc-session-expired': VkycSessionExpiredEvent;
    'vkyc-error': VkycErrorEvent;
  }
}
