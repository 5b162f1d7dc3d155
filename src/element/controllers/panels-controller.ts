import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallPlace } from '../../device/check-device.js';
import type { LazyPart } from '../../device/lazy-part.js';
import type { Handoff, HandoffState } from '../../handoff/handoff.js';
import type { HandoffWay } from '../../handoff/send-link.js';
import type { CallMode } from '../../launch/call-mode.js';
import type { PanelAction } from '../../locales/messages.js';
import type { Phase } from '../../status/phase.js';
import { addStyles } from '../adopt-styles.js';
import type { Announcer } from '../announcer.js';
import { checklistPart, handoffPart } from '../parts.js';
import type { checklist } from '../parts/checklist.js';
import { readLinkHosts } from '../read-settings.js';
import { isCallNext } from '../templates/actions.js';
import type { ChecklistModel } from '../templates/checklist-content.js';
import { isAbroad } from '../templates/opening-time.js';
import { panelAnnouncement, type PanelsModel, type PendingPanel } from '../templates/panels.js';
import type { CallController } from './call-controller.js';
import type { JourneyController } from './journey-controller.js';
import type { LocalizeController } from './localize-controller.js';

/** The element that a {@link PanelsController} belongs to. */
export interface PanelsHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ShadowRoot;
  readonly disabled: boolean;
  readonly handoff: boolean;
  readonly allowedLinkHosts: string | undefined;
}

export interface PanelsControllerOptions {
  readonly journey: JourneyController;
  readonly localize: LocalizeController;
  readonly call: Pick<CallController, 'mode'>;
  readonly announcer: Pick<Announcer, 'announce' | 'announceState'>;
}

/** The open checklist, and a function that stops its device check. */
interface OpenChecklist extends ChecklistModel {
  readonly stop: () => void;
}

/** The code of one panel. */
interface PanelPart {
  readonly styles: CSSResult;
}

type Checklist = typeof checklist;

/** Where the camera is used in each mode. */
const PLACES: Readonly<Record<CallMode, CallPlace>> = {
  popup: 'browser',
  redirect: 'browser',
  iframe: 'page',
  host: 'shell',
};

const NOTHING_SHOWN: HandoffState = { kind: 'hidden' };

/** Opens and closes the panels below the button, one at a time: "Before you start" and "Continue on your phone". */
export class PanelsController implements ReactiveController {
  readonly #host: PanelsHost;
  readonly #journey: JourneyController;
  readonly #localize: LocalizeController;
  readonly #call: Pick<CallController, 'mode'>;
  readonly #announcer: Pick<Announcer, 'announce' | 'announceState'>;
  /** Null until its code was used for the first time. */
  #handoff: Handoff | null = null;
  #pending: PendingPanel | null = null;
  #checklist: OpenChecklist | null = null;
  #announcement = '';
  #phase: Phase = 'unknown';

  constructor(host: PanelsHost, { journey, localize, call, announcer }: PanelsControllerOptions) {
    this.#host = host;
    this.#journey = journey;
    this.#localize = localize;
    this.#call = call;
    this.#announcer = announcer;
    host.addController(this);
    journey.subscribe(() => this.#journeyChanged());
  }

  get model(): PanelsModel {
    return {
      checklist: this.#checklist,
      handoff: this.#handoffState,
      offersHandoff: this.#host.handoff,
      pending: this.#pending,
      linkExpiresAt: this.#journey.shared?.linkExpiresAt ?? null,
      isAbroad: isAbroad(this.#journey.now),
    };
  }

  get #handoffState(): HandoffState {
    return this.#handoff?.state ?? NOTHING_SHOWN;
  }

  /** Opens the checklist, with a device check for a call in the current mode, or closes it. */
  toggleChecklist(): void {
    if (this.#checklist || this.#isLoading('prepare')) this.#closeChecklist();
    else this.#open('prepare', checklistPart, (part) => this.#openChecklist(part));
  }

  #openChecklist({ watchDevice }: Checklist): void {
    this.#handoff?.hide();
    const place = PLACES[this.#call.mode ?? 'popup'];
    const { linkExpiresAt: expiresAt } = this.model;
    const stop = watchDevice({
      place,
      onResult: (issues) => this.#setChecklist({ issues, expiresAt, stop }),
    });
    this.#setChecklist({ issues: null, expiresAt, stop });
  }

  /** Shows a link for the phone, or hides it. Announces the state instead if no call can start now. */
  toggleHandoff(): void {
    const { shared, current } = this.#journey;
    if (!shared || this.#host.disabled || current.state !== 'ready') {
      this.#announcer.announceState();
      return;
    }
    if (this.#isLoading('handoff')) {
      this.#setPending(null);
      return;
    }
    this.#journey.setActiveView();
    const hosts = readLinkHosts(this.#host.allowedLinkHosts);
    this.#open('handoff', handoffPart, ({ create }) => {
      this.#handoff ??= create({ onChange: () => this.#changed() });
      void this.#handoff.toggle(async () => (await shared.phoneLink(hosts)).href);
      this.#closeChecklist();
    });
  }

  /**
   * Opens a panel: at once if its code is loaded, else with a spinner until it is, unless the customer closes it. A
   * sentence says so when the code does not load, and the next press tries again.
   */
  #open<Part extends PanelPart>(name: PanelAction, part: LazyPart<Part>, open: (part: Part) => void): void {
    const pending: PendingPanel = { name, failure: null };
    this.#pending = pending;
    part.use(
      (loaded) => {
        if (this.#pending !== pending) return;
        this.#pending = null;
        addStyles(this.#host.renderRoot, loaded.styles);
        open(loaded);
      },
      (failure) => {
        if (this.#pending === pending) this.#setPending({ name, failure });
      },
    );
    if (this.#isLoading(name)) this.#changed();
  }

  #isLoading(name: PanelAction): boolean {
    return this.#pending?.name === name && !this.#pending.failure;
  }

  #setPending(pending: PendingPanel | null): void {
    this.#pending = pending;
    this.#changed();
  }

  /** Sends the shown link; must be called in a user gesture. */
  send(way: HandoffWay): void {
    const { callTitle, actions } = this.#localize.language.messages;
    // A link without a sender looks like fraud: banks warn of such messages.
    const sender = ['EnKash', location.hostname].filter(Boolean).join(', ');
    void this.#handoff?.send(way, {
      subject: `${callTitle} (${sender})`,
      text: `${actions.resume} (${sender}):`,
    });
  }

  hostUpdated(): void {
    if (this.#host.handoff) handoffPart.preload();
  }

  hostDisconnected(): void {
    // A move within the page disconnects and reconnects the element in one task.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#close();
    });
  }

  #close(): void {
    this.#closeChecklist();
    this.#closeHandoff();
  }

  #closeHandoff(): void {
    if (this.#pending?.name === 'handoff') this.#setPending(null);
    this.#handoff?.hide();
  }

  #closeChecklist(): void {
    if (this.#pending?.name === 'prepare') this.#setPending(null);
    if (!this.#checklist) return;
    this.#checklist.stop();
    this.#setChecklist(null);
  }

  #setChecklist(checklist: OpenChecklist | null): void {
    this.#checklist = checklist;
    this.#changed();
  }

  #journeyChanged(): void {
    const { current } = this.#journey;
    const { phase } = current.customer;
    const isNew = phase !== this.#phase;
    this.#phase = phase;
    // What to do better the next time; once, as the customer may close it.
    if (isNew && this.#shouldAdvise()) this.#advise();
    if (current.state === 'opening' || !isCallNext(current)) this.#close();
    else if (current.state !== 'ready') this.#closeHandoff();
  }

  #shouldAdvise(): boolean {
    return this.#phase === 'rejected' && !this.#checklist && isCallNext(this.#journey.current);
  }

  /** Opens the checklist without a device check, whose result would move what is below the element a second time. */
  #advise(): void {
    checklistPart.use(
      ({ styles }) => {
        if (!this.#shouldAdvise() || !this.#host.isConnected) return;
        addStyles(this.#host.renderRoot, styles);
        this.#setChecklist({ issues: null, expiresAt: this.model.linkExpiresAt, stop() {} });
      },
      () => {},
    );
  }

  #changed(): void {
    const announcement = panelAnnouncement(this.#localize.language.messages, this.model);
    if (announcement && announcement !== this.#announcement) this.#announcer.announce(announcement);
    this.#announcement = announcement;
    const { renderRoot } = this.#host;
    if (this.#handoffState.kind === 'shown') this.#journey.shared?.handedOff();
    // The focused control disappears together with the link.
    else if (renderRoot.activeElement?.closest('#handoff'))
      renderRoot.querySelector<HTMLElement>('#handoff-button')?.focus();
    this.#host.requestUpdate();
  }
}
