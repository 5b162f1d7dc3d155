import { isServer } from 'lit';
import type { Actor, ErrorCode } from '../errors/error-catalogue.js';
import type { PublicEventDetails } from './public-event.js';
import { outsideZones } from '../device/outside-zones.js';
import type { CallMode } from '../launch/call-mode.js';
import { endpointText } from '../session/endpoint-text.js';

/** The `detail` of each event. */
export interface VkycEventDetails {
  /** Fires in the user gesture, before anything opens. `preventDefault()` cancels the start. */
  'vkyc-start': { mode: CallMode };
  /** The call is being shown to the customer. */
  'vkyc-open': PublicEventDetails['open'];
  /** The call could not open in the intended mode; another one is used or offered. */
  'vkyc-downgrade': PublicEventDetails['downgrade'];
  /** The call's window is gone. This says nothing about the outcome. */
  'vkyc-close': PublicEventDetails['close'];
  /** The customer's status has changed. The first known status has `previousPhase: 'unknown'`. */
  'vkyc-status-change': PublicEventDetails['status-change'];
  /** Calls have become available or unavailable: opening hours, or a decision of the backend. */
  'vkyc-availability-change': PublicEventDetails['availability-change'];
  /** The customer wants a reminder of the next opening. `preventDefault()` if the page sends its own. */
  'vkyc-remind': { opensAt: string };
  /** The customer wants to reload the page. `preventDefault()` if the page gets a fresh endpoint by itself. */
  'vkyc-reload': Record<string, never>;
  /** The session endpoint has expired. Unless a listener calls `renewWith`, `vkyc-error` follows. */
  'vkyc-session-expired': Record<string, never>;
  /** A failure, with a `code` from the closed list in docs/errors.md. */
  'vkyc-error': { code: ErrorCode; retryable: boolean; actor: Actor };
}

/** The browser's own class, also on a page that has replaced `window.Event`. Node has no document to take it from. */
const runsInNode = (): boolean => isServer;
const NativeEvent = runsInNode() ? Event : (document.createEvent('Event').constructor as typeof Event);

/**
 * Base class of all events of the element: they bubble, are composed, and have a frozen, JSON-safe `detail` that never
 * contains the link, the endpoint or personal data.
 */
export class VkycEvent<Detail extends object> extends NativeEvent {
  readonly detail: Readonly<Detail>;

  constructor(type: keyof VkycEventDetails, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = Object.freeze(detail);
  }
}

/**
 * `vkyc-start`. In `host` mode it provides the link to the page or native shell, which opens it.
 *
 * @example
 * button.addEventListener('vkyc-start', async (event) => {
 *   if (event.takeLink) shell.openBrowser(await event.takeLink());
 * });
 */
export class VkycStartEvent extends VkycEvent<VkycEventDetails['vkyc-start']> {
  /** In `host` mode only: resolves to the link, or rejects with a `VkycError`. */
  readonly takeLink?: () => Promise<string>;

  constructor(mode: CallMode, takeLink?: () => Promise<string>) {
    super('vkyc-start', { mode }, true);
    if (takeLink) this.takeLink = () => outsideZones(takeLink);
  }
}

/**
 * `vkyc-session-expired`, which accepts a fresh endpoint.
 *
 * @example
 * button.addEventListener('vkyc-session-expired', (event) => {
 *   event.renewWith(fetch('/api/kyc-session').then((response) => response.text()));
 * });
 */
export class VkycSessionExpiredEvent extends VkycEvent<VkycEventDetails['vkyc-session-expired']> {
  readonly #onRenewal: (endpoint: Promise<string>) => void;

  constructor(onRenewal: (endpoint: Promise<string>) => void) {
    super('vkyc-session-expired', {});
    this.#onRenewal = onRenewal;
  }

  /** Provides a fresh session endpoint, or a promise of one. Must be called before the listener returns. */
  renewWith(endpoint: Promise<string | URL> | string | URL): void {
    const renewal = Promise.resolve(endpoint).then((fresh) => endpointText(fresh) ?? '');
    // Of several calls the last one counts; the others must not reject unhandled.
    renewal.catch(() => undefined);
    this.#onRenewal(renewal);
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
export type VkycReloadEvent = VkycEvent<VkycEventDetails['vkyc-reload']>;
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
    'vkyc-reload': VkycReloadEvent;
    'vkyc-session-expired': VkycSessionExpiredEvent;
    'vkyc-error': VkycErrorEvent;
  }
}
