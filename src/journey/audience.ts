import type { VkycError } from '../errors/vkyc-error.js';
import type { CallMode, Downgrade } from '../launch/call-mode.js';
import type { RenewalWay } from '../session/session.js';
import type { KycStatus, Phase } from '../status/phase.js';
import type { CloseReason } from './journey.js';
import type { CurrentAvailability } from './opening-hours.js';

/** What happens on the way, for the page to hear of: the element turns each into its event. */
export interface NoticeDetails {
  readonly open: { mode: CallMode };
  readonly close: { mode: CallMode; reason: CloseReason };
  readonly downgrade: Downgrade;
  readonly 'status-change': KycStatus & { phase: Phase; previousPhase: Phase };
  readonly 'availability-change': CurrentAvailability;
}

/** An element, as its journey sees it. */
export interface JourneyView {
  /** Something to show has changed. */
  journeyChanged(): void;
  journeyNotice<Type extends keyof NoticeDetails>(type: Type, detail: NoticeDetails[Type]): void;
  journeyFailed(failure: VkycError): void;
  /** Asks the page for a fresh endpoint; null when it has none to give in this way. */
  renewEndpoint(way: RenewalWay): Promise<string> | null;
}

/** The elements that show one journey. What happens once is told once, by the element that the customer used. */
export class Audience {
  readonly #views = new Set<JourneyView>();
  #lead: JourneyView | null = null;

  get size(): number {
    return this.#views.size;
  }

  add(view: JourneyView): void {
    this.#views.add(view);
  }

  delete(view: JourneyView): void {
    this.#views.delete(view);
    if (this.#lead === view) this.#lead = null;
  }

  /** From here on this view speaks for the journey. */
  lead(view: JourneyView): void {
    this.#lead = view;
  }

  changed(): void {
    for (const view of this.#views) view.journeyChanged();
  }

  /** Tells what happened once. */
  tell<Type extends keyof NoticeDetails>(type: Type, detail: NoticeDetails[Type]): void {
    this.#speaker()?.journeyNotice(type, detail);
  }

  /** Tells what is now true of every element. */
  tellAll<Type extends keyof NoticeDetails>(type: Type, detail: NoticeDetails[Type]): void {
    for (const view of this.#views) view.journeyNotice(type, { ...detail });
  }

  failed(failure: VkycError): void {
    this.#speaker()?.journeyFailed(failure);
  }

  /** The first fresh endpoint that any of them can promise. */
  renewEndpoint(way: RenewalWay): Promise<string> | null {
    for (const view of this.#views) {
      const renewal = view.renewEndpoint(way);
      if (renewal) return renewal;
    }
    return null;
  }

  #speaker(): JourneyView | undefined {
    return this.#lead ?? [...this.#views][0];
  }
}
