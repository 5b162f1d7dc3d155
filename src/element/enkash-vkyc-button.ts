import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { VkycError } from '../errors/vkyc-error.js';
import { availabilityAt } from '../hours/availability.js';
import type { JourneyView, NoticeDetails } from '../journey/audience.js';
import type { JourneyController } from '../journey/journey-controller.js';
import { focusAnyCall, journeyFor } from '../journey/journey-registry.js';
import type { StartRequest } from '../journey/call-runner.js';
import { newJourney, type Journey, type State } from '../journey/journey.js';
import type { CurrentAvailability } from '../journey/opening-hours.js';
import type { CallMode } from '../launch/call-mode.js';
import type { ActionName, Words } from '../locales/words.js';
import type { RenewalWay } from '../session/session.js';
import type { KycStatus, Phase } from '../status/phase.js';
import { version } from '../version.js';
import { Announcer } from './announcer.js';
import { ButtonSettings } from './button-settings.js';
import { dialogStyles } from './dialog-styles.js';
import { VkycEvent, VkycSessionExpiredEvent, VkycStartEvent } from './events.js';
import {
  followLanguages,
  languageOf,
  registerLanguage,
  unfollowLanguages,
  type Language,
} from './language.js';
import { openingTime } from './opening-time.js';
import { overridden } from './overridden.js';
import { reflectState } from './reflect-state.js';
import { saveReminder } from './save-reminder.js';
import {
  readCredentials,
  readFrameOrigins,
  readLinkHosts,
  readMode,
  warn,
  warnOfSchedule,
  warnOfTheme,
} from './settings.js';
import { styles } from './styles.js';
import { spokenText, view, type Model } from './view.js';

/** The settings that a journey heeds; two elements that share one would answer each other's without end otherwise. */
const HEEDED = ['workingHours', 'workingDays', 'holidays', 'lastEntry', 'statusPhases'] as const;

/**
 * One button that takes a wallet holder through EnKash video KYC: it asks the partner's backend where the customer
 * stands, shows that as a badge, opens the call, and asks again when the call's window is gone.
 *
 * @element enkash-vkyc-button
 * @attr {string} lang - The language of its words; without one, that of the nearest element around it.
 * @slot - The button's label, where it starts a call.
 * @slot help - The partner's own help, always in the same place.
 * @fires {VkycStartEvent} vkyc-start - In the gesture, before anything opens; cancelable.
 * @fires {VkycOpenEvent} vkyc-open - The call is on its way to the screen.
 * @fires {VkycDowngradeEvent} vkyc-downgrade - The first way to open the call did not work; another is offered.
 * @fires {VkycCloseEvent} vkyc-close - The call's window is gone; says nothing about the outcome.
 * @fires {VkycStatusChangeEvent} vkyc-status-change - EnKash says something else of the customer.
 * @fires {VkycAvailabilityChangeEvent} vkyc-availability-change - Hours flip.
 * @fires {VkycRemindEvent} vkyc-remind - The customer wants to be reminded of the next opening; cancelable.
 * @fires {VkycSessionExpiredEvent} vkyc-session-expired - The endpoint no longer works; `renewWith` gives a fresh one.
 * @fires {VkycErrorEvent} vkyc-error - One for each failure.
 * @csspart base - Everything. @csspart button - The button. @csspart label - Its words. @csspart icon - Its picture.
 * @csspart spinner - Shown in place of the icon while it works. @csspart badge - The status.
 * @csspart hint - The sentence below. @csspart error - The same sentence when something failed.
 */
export class EnkashVkycButton extends ButtonSettings implements JourneyView {
  static override styles = [styles, dialogStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** Lit's own, and `lang`, which stays the browser's property. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Adds a language, or replaces one; elements on the page speak it at once. */
  static registerMessages(lang: string, words: Words): void {
    registerLanguage(lang, words);
  }

  /** The version of this package. */
  static readonly version: string = version;

  declare readonly renderRoot: ShadowRoot;
  #internals: ElementInternals | null = null;
  #controller: JourneyController | null = null;
  readonly #announcer = new Announcer();

  /** What the button can do now. */
  get state(): State {
    return this.#journey.state;
  }

  /** Where the customer's KYC stands, as EnKash says it. */
  get phase(): Phase {
    return this.#journey.standing.phase;
  }

  /** EnKash's own words for it, parsed. */
  get status(): KycStatus {
    return this.#journey.standing.status;
  }

  /** Whether a call can start now, when that changes (ISO 8601), and whose `clock` says so: the server's or the device's. */
  get availability(): CurrentAvailability {
    return this.#controller?.availability ?? { ...this.#journey.availability, clock: 'device' };
  }

  /** Starts a call, or brings the one that is up to the front; must be called in a user gesture. */
  start(): void {
    const { state } = this;
    if (this.disabled || state === 'done') return;
    if (!this.#controller) this.journeyFailed(new VkycError('no_endpoint'));
    else if (state === 'closed' || state === 'loading') this.#repeat();
    else if (this.#controller.focusCall() || focusAnyCall()) return;
    else if (this.#journey.availability.open) this.#start(this.#controller);
    else this.#repeat();
  }

  /** Asks again where the customer stands. */
  async refresh(): Promise<void> {
    await this.#controller?.refresh();
  }

  /** Ends what the page can end: a window that has gone nowhere yet, or our sight of a call. */
  close(): void {
    this.#controller?.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    followLanguages(this);
    // Around it may be another language now.
    this.requestUpdate();
    if (this.hasUpdated) this.#join();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unfollowLanguages(this);
    // A move within the page takes the element out and puts it back at once; that must not end a journey.
    queueMicrotask(() => {
      if (!this.isConnected) {
        this.#leave();
        return;
      }
      if (this.#journey.state === 'open' && this.#journey.mode === 'iframe')
        warn(
          'moved in the page during a call, which ends it: use moveBefore(), or leave the element where it is.',
        );
      this.#controller?.moved();
    });
  }

  /** With this here, the browser's `moveBefore()` moves the element, and a call in it, without a reload. */
  connectedMoveCallback(): void {
    // The journey goes on, if in another language.
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (changed.has('sessionEndpoint') || changed.has('credentials')) {
      this.#leave();
      this.#join();
    } else if (HEEDED.some((name) => changed.has(name))) this.#configure();
    if (changed.has('theme')) warnOfTheme(this.theme);
    if (changed.has('mode')) readMode(this.mode);
    const model = this.#model;
    this.#announcer.heed(model.lang, spokenText(model));
  }

  protected override render(): TemplateResult {
    return view(this.#model, {
      act: (action) => this.#act(action),
      intent: () => {
        if (!this.disabled) this.#controller?.anticipate();
      },
    });
  }

  /** @internal */
  journeyChanged(): void {
    this.#reflect();
    this.requestUpdate();
  }

  /** @internal */
  journeyNotice<Type extends keyof NoticeDetails>(type: Type, detail: NoticeDetails[Type]): void {
    this.dispatchEvent(new VkycEvent(`vkyc-${type}`, detail));
  }

  /** @internal */
  journeyFailed({ code, message, retryable, actor }: VkycError): void {
    warn(message);
    this.dispatchEvent(new VkycEvent('vkyc-error', { code, retryable, actor }));
  }

  /** @internal */
  renewEndpoint(way: RenewalWay): Promise<string> | null {
    switch (way) {
      case 'function':
        return this.renewSession?.() ?? null;
      case 'event': {
        const event = new VkycSessionExpiredEvent();
        this.dispatchEvent(event);
        return event.renewal;
      }
    }
  }

  get #journey(): Journey {
    if (this.#controller) return this.#controller.journey;
    const { open, reason, opensAt, closesAt } = availabilityAt(this.#now, this.schedule);
    return newJourney({ open, reason, opensAt, closesAt });
  }

  /** Epoch milliseconds. */
  get #now(): number {
    return this.#controller?.now() ?? Date.now();
  }

  get #language(): Language {
    const language = languageOf(this);
    return this.messages ? { ...language, words: overridden(language.words, this.messages) } : language;
  }

  get #model(): Model {
    const journey = this.#journey;
    const { opensAt } = journey.availability;
    const now = this.#now;
    return {
      journey,
      ...this.#language,
      opening: opensAt === null ? null : openingTime(Date.parse(opensAt), now),
      closing: journey.lastCall === null ? null : openingTime(journey.lastCall, now),
      inWindow: this.#controller?.plan(readMode(this.mode)).mode === 'popup',
      disabled: this.disabled,
      announcement: this.#announcer.text,
    };
  }

  #join(): void {
    const endpoint = this.sessionEndpoint?.trim();
    if (endpoint && !this.#controller) {
      this.#controller = journeyFor(endpoint, readCredentials(this.credentials));
      this.#configure();
      this.#controller.join(this);
    }
    this.#reflect();
  }

  #leave(): void {
    this.#controller?.leave(this);
    this.#controller = null;
  }

  #configure(): void {
    warnOfSchedule(this.schedule);
    this.#controller?.configure({ schedule: this.schedule, statusPhases: this.statusPhases });
  }

  #start(controller: JourneyController): void {
    controller.lead(this);
    const { mode, downgrade } = controller.plan(readMode(this.mode));
    const hosts = readLinkHosts(this.allowedLinkHosts);
    const start = new VkycStartEvent(mode, mode === 'host' ? () => controller.takeLink(hosts) : undefined);
    if (!this.dispatchEvent(start) || mode === 'host') return;
    if (downgrade) this.dispatchEvent(new VkycEvent('vkyc-downgrade', downgrade));
    controller.start(this.#request(mode));
  }

  #request(mode: CallMode): StartRequest {
    const { words, lang, dir } = this.#language;
    return {
      mode,
      hosts: readLinkHosts(this.allowedLinkHosts),
      placeholder: { lang, dir, title: words.callTitle, text: words.hints.opening },
      dialog: {
        root: this.renderRoot,
        words: { ...words, lang, dir },
        origins: readFrameOrigins(this.frameOrigins),
      },
    };
  }

  /** Says again how things stand, though nothing has changed. */
  #repeat(): void {
    this.#say(spokenText(this.#model));
  }

  #say(sentence: string): void {
    this.#announcer.say(sentence);
    this.requestUpdate();
  }

  #act(action: ActionName): void {
    const journey = this.#journey;
    if (action === 'check' || (journey.state === 'error' && journey.again === 'ask'))
      void this.#controller?.refresh();
    else if (action === 'remind') this.#remind();
    else if (action === 'same-tab') this.#controller?.start(this.#request('redirect'));
    else this.start();
  }

  #remind(): void {
    const { opensAt } = this.availability;
    if (opensAt === null || !this.dispatchEvent(new VkycEvent('vkyc-remind', { opensAt }, true))) return;
    const { reminder, hints } = this.#language.words;
    saveReminder(reminder, opensAt, this.#now);
    this.#say(hints.reminded);
  }

  #reflect(): void {
    this.#internals ??= this.attachInternals();
    reflectState(this, this.#internals, this.state, this.phase);
  }
}
