import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallPlace } from '../../device/check-device.js';
import { isInApp } from '../../device/is-in-app.js';
import { watchDevice } from '../../device/watch-device.js';
import { createHandoff } from '../../handoff/handoff.js';
import { handoffWays, type HandoffWay } from '../../handoff/send-link.js';
import type { CallMode } from '../../launch/call-mode.js';
import type { Phase } from '../../status/phase.js';
import type { Announcer } from '../announcer.js';
import { readLinkHosts } from '../read-settings.js';
import { isCallNext } from '../templates/actions.js';
import type { ChecklistContent } from '../templates/checklist-panel.js';
import { isAbroad } from '../templates/opening-time.js';
import { panelAnnouncement, type PanelsModel } from '../templates/panels.js';
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
interface OpenChecklist extends ChecklistContent {
  readonly stop: () => void;
}

/** Where the camera is used in each mode. */
const PLACES: Readonly<Record<CallMode, CallPlace>> = {
  popup: 'browser',
  redirect: 'browser',
  iframe: 'page',
  host: 'shell',
};

/** Opens and closes the panels below the button, one at a time: "Before you start" and "Continue on your phone". */
export class PanelsController implements ReactiveController {
  readonly #host: PanelsHost;
  readonly #journey: JourneyController;
  readonly #localize: LocalizeController;
  readonly #call: Pick<CallController, 'mode'>;
  readonly #announcer: Pick<Announcer, 'announce' | 'announceState'>;
  readonly #handoff = createHandoff({ onChange: () => this.#changed() });
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
      handoff: this.#handoff.state,
      handoffWays: this.#host.handoff ? handoffWays(isInApp()) : null,
      linkExpiresAt: this.#journey.shared?.linkExpiresAt ?? null,
      isAbroad: isAbroad(this.#journey.now),
    };
  }

  /** Opens the checklist, with a device check for a call in the current mode, or closes it. */
  toggleChecklist(): void {
    if (this.#checklist) this.#closeChecklist();
    else this.#openChecklist();
  }

  #openChecklist(): void {
    this.#handoff.hide();
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
    this.#journey.setActiveView();
    const hosts = readLinkHosts(this.#host.allowedLinkHosts);
    void this.#handoff.toggle(async () => (await shared.phoneLink(hosts)).href);
    this.#closeChecklist();
  }

  /** Sends the shown link; must be called in a user gesture. */
  send(way: HandoffWay): void {
    const { callTitle, actions } = this.#localize.language.messages;
    // A link without a sender looks like fraud: banks warn of such messages.
    const sender = ['EnKash', location.hostname].filter(Boolean).join(', ');
    void this.#handoff.send(way, {
      subject: `${callTitle} (${sender})`,
      text: `${actions.resume} (${sender}):`,
    });
  }

  hostDisconnected(): void {
    // A move within the page disconnects and reconnects the element in one task.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#close();
    });
  }

  #close(): void {
    this.#closeChecklist();
    this.#handoff.hide();
  }

  #closeChecklist(): void {
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
    // What to do better the next time; once, as the customer may close it. Without a device check, whose result would
    // move what is below the element a second time.
    if (phase === 'rejected' && this.#phase !== phase && !this.#checklist && isCallNext(current))
      this.#setChecklist({ issues: null, expiresAt: this.model.linkExpiresAt, stop() {} });
    this.#phase = phase;
    if (current.state === 'opening' || !isCallNext(current)) this.#close();
    else if (current.state !== 'ready') this.#handoff.hide();
  }

  #changed(): void {
    const announcement = panelAnnouncement(this.#localize.language.messages, this.model);
    if (announcement && announcement !== this.#announcement) this.#announcer.announce(announcement);
    this.#announcement = announcement;
    const { renderRoot } = this.#host;
    if (this.#handoff.state.kind === 'shown') this.#journey.shared?.handedOff();
    // The focused control disappears together with the link.
    else if (renderRoot.activeElement?.closest('#handoff'))
      renderRoot.querySelector<HTMLElement>('#handoff-button')?.focus();
    this.#host.requestUpdate();
  }
}
