import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { State } from '../journey/journey.js';
import type { CurrentAvailability } from './public-event.js';
import type { Messages } from '../locales/messages.js';
import type { KycStatus, Phase } from '../status/phase.js';
import { version } from '../version.js';
import { createActionHandler } from './action-handler.js';
import { adoptStylesAgain, adoptStylesIn } from './adopt-styles.js';
import { createAnnouncer } from './announcer.js';
import { ButtonSettings } from './button-settings.js';
import { CallController } from './controllers/call-controller.js';
import { CountdownController } from './controllers/countdown-controller.js';
import { FocusController } from './controllers/focus-controller.js';
import { JourneyController } from './controllers/journey-controller.js';
import { LocalizeController } from './controllers/localize-controller.js';
import { PanelsController } from './controllers/panels-controller.js';
import { TightController } from './controllers/tight-controller.js';
import { createGuard } from './guard.js';
import { registerLanguage, type Language } from './language.js';
import { createStateAttributes } from './state-attributes.js';
import { createNotice } from './notice.js';
import { statusModel } from './status-model.js';
import { buttonStyles } from './styles/button-styles.js';
import { largeTextStyles } from './styles/large-text-styles.js';
import { panelStyles } from './styles/panel-styles.js';
import { statusStyles } from './styles/status-styles.js';
import { announcementParts } from './templates/announcement-parts.js';
import { buttonTemplate } from './templates/button-template.js';
import type { HintModel } from './templates/hint.js';

/**
 * A button that takes a wallet holder through EnKash video KYC. It gets the customer's status from the partner's backend,
 * shows it as a badge, opens the call, and refreshes the status when the call's window is gone.
 *
 * @element enkash-vkyc-button
 * @attr {string} lang - Language of all texts. Default: that of the nearest ancestor with a `lang` attribute.
 * @slot - Label of the button while it starts a call.
 * @slot icon - Icon of the button, in place of ours.
 * @slot help - The partner's own help, below the sentence.
 * @fires {VkycStartEvent} vkyc-start - Fires in the user gesture, before anything opens. Cancelable.
 * @fires {VkycOpenEvent} vkyc-open - The call is being shown to the customer.
 * @fires {VkycDowngradeEvent} vkyc-downgrade - The call could not open in the intended mode; another one is used or offered.
 * @fires {VkycCloseEvent} vkyc-close - The call's window is gone. This says nothing about the outcome.
 * @fires {VkycStatusChangeEvent} vkyc-status-change - The customer's status has changed.
 * @fires {VkycAvailabilityChangeEvent} vkyc-availability-change - Calls have become available or unavailable.
 * @fires {VkycRemindEvent} vkyc-remind - The customer wants a reminder of the next opening. Cancelable.
 * @fires {VkycReloadEvent} vkyc-reload - The customer wants to reload the page. Cancelable.
 * @fires {VkycSessionExpiredEvent} vkyc-session-expired - The session endpoint has expired; `renewWith` accepts a fresh one.
 * @fires {VkycErrorEvent} vkyc-error - A failure, with its code.
 * @cssState idle - No session endpoint is set.
 * @cssState loading - The first response is pending.
 * @cssState ready - A call can start.
 * @cssState closed - No call can start now: outside the opening hours.
 * @cssState opening - A window is open and waits for its link.
 * @cssState open - The call's window is open.
 * @cssState checking - The call's window is gone, and the outcome is awaited.
 * @cssState done - The customer is verified.
 * @cssState error - A failure, with a message and a next step.
 * @cssState unknown - The status is not known, or has an unknown name.
 * @cssState not-started - Only the minimum KYC is done.
 * @cssState in-progress - A link was created.
 * @cssState under-review - The call is completed and being audited.
 * @cssState verified - Full KYC, as confirmed by EnKash.
 * @cssState rejected - Not approved.
 * @cssState expired - The last KYC has expired.
 */
export class EnkashVkycButton extends ButtonSettings {
  static override styles = [buttonStyles, statusStyles, panelStyles, largeTextStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /**
   * Adds or replaces a language for all elements on the page.
   *
   * @example
   * import hi from 'enkash-vkyc-button/locales/hi.js';
   * EnkashVkycButton.registerMessages('hi', hi);
   */
  static registerMessages(lang: string, messages: Messages): void {
    registerLanguage(lang, messages);
  }

  /** The version of this package. */
  static readonly version: string = version;

  declare readonly renderRoot: ShadowRoot;
  readonly #announcer = createAnnouncer({
    host: this,
    currentParts: () => announcementParts(this.#status, this.#journey.waitMs),
    hasFocus: () => this.matches(':focus-within'),
  });
  readonly #localize = new LocalizeController(this);
  readonly #journey = new JourneyController(this);
  readonly #common = { journey: this.#journey, localize: this.#localize, announcer: this.#announcer };
  readonly #call = new CallController(this, this.#common);
  readonly #panels = new PanelsController(this, { ...this.#common, call: this.#call });
  readonly #notice = createNotice({ host: this, current: () => this.#journey.current });
  readonly #actions = createActionHandler({
    ...this.#common,
    notice: this.#notice,
    host: this,
    call: this.#call,
    panels: this.#panels,
  });
  readonly #stateAttributes = createStateAttributes(this);
  readonly #guard = createGuard((failure) => this.#journey.reportFailure(failure));

  constructor() {
    super();
    new CountdownController(this, this.#journey);
    new FocusController(this);
    new TightController(this);
  }

  /** What the button can do now. */
  get state(): State {
    return this.#journey.current.state;
  }

  /** The customer's KYC status, in the terms of this package. */
  get phase(): Phase {
    return this.#journey.current.customer.phase;
  }

  /** EnKash's own status fields, parsed. */
  get status(): KycStatus {
    return this.#journey.current.customer.status;
  }

  /** Whether a call can start now, when that changes (ISO 8601), and whose `clock` that is based on: the server's or the device's. */
  get availability(): CurrentAvailability {
    return this.#journey.availability;
  }

  /** Starts a call, or brings the running one to the front. Must be called in a user gesture. */
  start(): void {
    this.#guard.run(() => this.#call.start());
  }

  /** Refreshes the KYC status. Resolves when the request has settled. */
  async refresh(): Promise<void> {
    await this.#guard.run(() => this.#journey.shared?.refresh());
  }

  /** Closes the dialog or the placeholder window. A call that already runs in its own window is not closed. */
  close(): void {
    this.#guard.run(() => this.#call.close());
  }

  override connectedCallback(): void {
    this.#guard.run(() => super.connectedCallback());
    this.#stateAttributes.check();
  }

  adoptedCallback(): void {
    this.#guard.run(() => this.shadowRoot && adoptStylesAgain(this.shadowRoot));
  }

  /** With this callback, `moveBefore()` moves the element without reconnecting it, which would end a call in its frame. */
  connectedMoveCallback(): void {
    this.#localize.hostConnected();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'state' || name === 'phase') this.#stateAttributes.check();
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow(EnkashVkycButton.shadowRootOptions);
    adoptStylesIn(root, EnkashVkycButton.elementStyles);
    return root;
  }

  protected override scheduleUpdate(): void {
    void this.#guard.run(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#journey.hostChanged(changed);
  }

  protected override render(): TemplateResult {
    const status = this.#status;
    this.#announcer.update({ lang: status.lang, parts: announcementParts(status), state: this.state });
    return buttonTemplate(
      {
        ...status,
        panels: this.#panels.model,
        refreshing: this.#actions.refreshing,
        compact: this.compact,
        failedAt: this.#journey.failedAt,
        notice: this.#notice.text,
        waitMs: this.#journey.waitMs,
        announcement: this.#announcer.text,
      },
      {
        onAction: (action) => this.#guard.run(() => this.#actions.handle(action)),
        onIntent: () => {
          if (!this.disabled) this.#guard.run(() => this.#journey.shared?.prefetchLink());
        },
      },
    );
  }

  get #status(): HintModel & Language {
    return statusModel({ ...this.#common, call: this.#call, disabled: this.disabled });
  }
}
