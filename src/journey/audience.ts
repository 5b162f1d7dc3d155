import type { VkycError } from '../errors/vkyc-error.js';
import type { RenewalWay } from '../session/session.js';
import type { PublicEvent } from './public-event.js';

/** An element, as its journey sees it. */
export interface JourneyView {
  /** Something to show has changed. */
  journeyChanged(): void;
  journeyNotice(notice: PublicEvent): void;
  journeyFailed(failure: VkycError): void;
  /** Asks the page for a fresh endpoint; null when it has none to give in this way. */
  renewEndpoint(way: RenewalWay): Promise<string> | null;
}

/** The elements that show one journey. What happens once is told once, by the element that the customer used. */
export function createAudience() {
  const views = new Set<JourneyView>();
  let leader: JourneyView | undefined;

  const speaker = () => leader ?? [...views][0];

  /** From here on this view speaks for the journey. */
  function lead(view: JourneyView): void {
    leader = view;
  }

  /** The first fresh endpoint that any of them can promise. */
  function renewEndpoint(way: RenewalWay): Promise<string> | null {
    for (const view of views) {
      const renewal = view.renewEndpoint(way);
      if (renewal) return renewal;
    }
    return null;
  }

  return {
    lead,
    renewEndpoint,
    get size(): number {
      return views.size;
    },
    add: (view: JourneyView) => void views.add(view),
    delete(view: JourneyView): void {
      views.delete(view);
      if (leader === view) leader = undefined;
    },
    changed(): void {
      for (const view of views) view.journeyChanged();
    },
    /** Each hears of what is now true of every element, with a detail of its own; of what happened once, the speaker. */
    tell(notice: PublicEvent): void {
      if (notice.type === 'status-change' || notice.type === 'availability-change')
        for (const view of views)
          view.journeyNotice({ ...notice, detail: { ...notice.detail } } as PublicEvent);
      else speaker()?.journeyNotice(notice);
    },
    failed(failure: VkycError): void {
      speaker()?.journeyFailed(failure);
    },
  };
}
