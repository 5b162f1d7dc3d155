import type { ErrorCode, Actor } from '../errors/error-catalogue.js';
import type { Availability } from '../hours/availability.js';
import type { CloseReason } from '../journey/journey.js';
import type { CallMode, Downgrade } from '../launch/call-mode.js';
import type { EnumModel } from '../status/parse-enum-model.js';
import type { KycStatus, Phase } from '../status/phase.js';

/**
 * What all events of the element share: they bubble, cross shadow roots, and carry a frozen, JSON-safe `detail` that
 * never holds the link, the endpoint or personal data.
 */
abstract class VkycEvent<Detail extends object> extends Event {
  readonly detail: Readonly<Detail>;

  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = Object.freeze(detail);
  }
}

/** `vkyc-start`: in the customer's gesture, before anything opens. `preventDefault()` stops the start. */
export class VkycStartEvent extends VkycEvent<{ mode: CallMode }> {
  /** In `host` mode only: gives the link to the native shell that opens it. */
  readonly takeLink?: () => Promise<string>;

  constructor(mode: CallMode, takeLink?: () => Promise<string>) {
    super('vkyc-start', { mode }, true);
    if (takeLink) this.takeLink = takeLink;
  }
}

/** `vkyc-open`: the call is on its way to the customer's screen. */
export class VkycOpenEvent extends VkycEvent<{ mode: CallMode }> {
  constructor(mode: CallMode) {
    super('vkyc-open', { mode });
  }
}

/** `vkyc-downgrade`: the first choice did not work, and the customer is offered the next one. */
export class VkycDowngradeEvent extends VkycEvent<Downgrade> {
  constructor(downgrade: Downgrade) {
    super('vkyc-downgrade', { ...downgrade });
  }
}

/** `vkyc-close`: the call's window is gone. It says nothing about the outcome. */
export class VkycCloseEvent extends VkycEvent<{ mode: CallMode; reason: CloseReason }> {
  constructor(mode: CallMode, reason: CloseReason) {
    super('vkyc-close', { mode, reason });
  }
}

/** `vkyc-status-change`: EnKash now says something else; the first answer has `previousPhase: 'unknown'`. */
export class VkycStatusChangeEvent extends VkycEvent<{
  phase: Phase;
  previousPhase: Phase;
  kycStatus: EnumModel | null;
  kycSubStatus: EnumModel | null;
}> {
  constructor(phase: Phase, previousPhase: Phase, { kycStatus, kycSubStatus }: KycStatus) {
    super('vkyc-status-change', { phase, previousPhase, kycStatus, kycSubStatus });
  }
}

/** `vkyc-availability-change`: the hours flip, or the backend closes or opens them. */
export class VkycAvailabilityChangeEvent extends VkycEvent<Availability> {
  constructor(availability: Availability) {
    super('vkyc-availability-change', { ...availability });
  }
}

/** `vkyc-session-expired`: the endpoint no longer works. Without `renewWith`, `vkyc-error` follows. */
export class VkycSessionExpiredEvent extends VkycEvent<object> {
  #renewal: Promise<string> | null = null;

  constructor() {
    super('vkyc-session-expired', {});
  }

  /** Promises a fresh endpoint; to be called before the listener returns. */
  renewWith(endpoint: Promise<string> | string): void {
    this.#renewal = Promise.resolve(endpoint);
  }

  /** @internal */
  get renewal(): Promise<string> | null {
    return this.#renewal;
  }
}

/** `vkyc-error`: one for each failure, with a `code` of the closed list in docs/errors.md. */
export class VkycErrorEvent extends VkycEvent<{ code: ErrorCode; retryable: boolean; actor: Actor }> {
  constructor(code: ErrorCode, retryable: boolean, actor: Actor) {
    super('vkyc-error', { code, retryable, actor });
  }
}

/** The element's events by name. */
export interface VkycEventMap {
  'vkyc-start': VkycStartEvent;
  'vkyc-open': VkycOpenEvent;
  'vkyc-downgrade': VkycDowngradeEvent;
  'vkyc-close': VkycCloseEvent;
  'vkyc-status-change': VkycStatusChangeEvent;
  'vkyc-availability-change': VkycAvailabilityChangeEvent;
  'vkyc-session-expired': VkycSessionExpiredEvent;
  'vkyc-error': VkycErrorEvent;
}

declare global {
  interface HTMLElementEventMap extends VkycEventMap {
    /** Every event of the element bubbles, so any element may hear it. */
    'vkyc-start': VkycStartEvent;
  }
}
