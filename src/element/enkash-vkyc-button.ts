import { LitElement, type TemplateResult } from 'lit';
import type { CallPlace } from '../device/check-device.js';
import { isInApp } from '../device/in-app.js';
import { handoffWays, type HandoffWay } from '../handoff/handoff-ways.js';
import type { CallMode } from '../launch/call-mode.js';
import type { ActionName, Messages } from '../locales/messages.js';
import { version } from '../version.js';
import type { JourneyChange } from '../journey/journey.js';
import { leadsToCall } from './templates/actions.js';
import { Announcer } from './controllers/announcer.js';
import { CallElement } from './call-element.js';
import { dialogStyles } from './styles/dialog-styles.js';
import { VkycEvent } from './events.js';
import { registerLanguage } from './language.js';
import { openingTime } from './templates/opening-time.js';
import { panelStyles } from './styles/panel-styles.js';
import { createPanels } from './panels.js';
import { saveReminder } from './save-reminder.js';
import { readLinkHosts } from './settings.js';
import { statusStyles } from './styles/status-styles.js';
import { styles } from './styles/button-styles.js';
import { panelNews, spokenParts, view, type Model } from './templates/button-template.js';

/** Where each way to open a call has its camera. */
const PLACES: Readonly<Record<CallMode, CallPlace>> = {
  popup: 'browser',
  redirect: 'browser',
  iframe: 'page',
  host: 'shell',
};

/**
 * One button that takes a wallet holder through EnKash video KYC: it asks the partner's backend where the customer
 * stands, shows that as a badge, opens the call, and asks again when the call's window is gone.
 *
 * @element enkash-vkyc-button
 * @attr {string} lang - The language of its words; without one, that of the nearest element around it.
 * @slot - The button's label, where it starts a call.
 * @slot help - The partner's own help, always in the same place.
 * @fires {VkycRemindEvent} vkyc-remind - The customer wants to be reminded of the next opening; cancelable.
 * @csspart base - Everything.
 * @csspart button - The button.
 * @csspart label - Its words.
 * @csspart icon - Its picture.
 * @csspart spinner - Shown in place of the icon while it works.
 * @csspart badge - The status.
 * @csspart hint - The sentence below.
 * @csspart error - The same sentence when something failed.
 * @csspart handoff - The way to the customer's phone.
 * @csspart qr - The code to be scanned.
 * @csspart dialog - The dialog around a call in the page.
 * @csspart dialog-header - Its first line.
 * @csspart close-button - The way out of it.
 * @csspart frame - The call itself.
 * @csspart stay-button - Goes on with the call, when asked whether to end it.
 * @csspart end-button - Ends the call, when asked so.
 * @csspart new-window-button - Opens the call in a window of its own instead.
 * @cssprop --vkyc-accent - Colour of the button, links and focus.
 * @cssprop --vkyc-accent-contrast - Colour of what is written on the button.
 * @cssprop --vkyc-text - Colour of the text.
 * @cssprop --vkyc-muted - Colour of the sentence below, and of a button that is off.
 * @cssprop --vkyc-surface - Background of a button that is off, and of lesser buttons.
 * @cssprop --vkyc-info - Colour of a badge while something is under way.
 * @cssprop --vkyc-success - Colour of what is done or well.
 * @cssprop --vkyc-warning - Colour of what the customer should heed.
 * @cssprop --vkyc-danger - Colour of a failure.
 * @cssprop [--vkyc-radius=0.75rem] - Radius of the corners.
 * @cssprop [--vkyc-height=3.25rem] - Least height of the button; never below 44 pixels.
 * @cssprop [--vkyc-gap=0.625rem] - Space between an icon and its words, and around what is in a box.
 * @cssprop [--vkyc-transition-duration=0.15s] - How long a change of look takes; nothing moves for who wants less motion.
 * @cssprop [--vkyc-width=20rem] - Width of the element; it never grows beyond its container.
 * @cssprop [--vkyc-font=inherit] - Font family.
 * @cssprop --vkyc-focus - Colour of the focus ring; the accent unless set.
 */
export class EnkashVkycButton extends CallElement {
  static override styles = [styles, statusStyles, panelStyles, dialogStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** Adds a language, or replaces one; elements on the page speak it at once. */
  static registerMessages(lang: string, messages: Messages): void {
    registerLanguage(lang, messages);
  }

  /** The version of this package. */
  static readonly version: string = version;

  readonly #announcer = new Announcer();
  readonly #panels = createPanels(() => this.#panelsChanged());
  #panelNews = '';
  #asking = false;

  /** @internal */
  override journeyChanged(change: JourneyChange): void {
    super.journeyChanged(change);
    if (this.state === 'opening' || !leadsToCall(this.journey)) this.#panels.close();
    else if (this.state !== 'ready') this.#panels.handoff.hide();
  }

  protected override removed(): void {
    super.removed();
    this.#panels.close();
  }

  protected override render(): TemplateResult {
    const model = this.#model;
    this.#announcer.heed(model.lang, spokenParts(model));
    return view(model, this.#announcer.text, {
      act: (action) => this.#act(action),
      intent: () => {
        if (!this.disabled) this.controller?.prefetchLink();
      },
    });
  }

  get #model(): Model {
    const journey = this.journey;
    const { opensAt } = journey.availability;
    const now = this.now;
    return {
      journey,
      ...this.language,
      opening: opensAt === null ? null : openingTime(Date.parse(opensAt), now),
      closing: journey.lastCall === null ? null : openingTime(journey.lastCall, now),
      panels: this.#panels.model,
      handoffWays: this.handoff ? handoffWays(isInApp()) : null,
      asking: this.#asking,
      inWindow: this.callMode === 'popup',
      disabled: this.disabled,
    };
  }

  protected override repeat(): void {
    this.#say(spokenParts(this.#model).join(' ').trim());
  }

  #say(sentence: string): void {
    this.#announcer.say(sentence);
    this.requestUpdate();
  }

  #act(action: ActionName): void {
    const { journey } = this;
    if (action === 'remind') this.#remind();
    else if (action === 'same-tab') this.startAs('redirect');
    else if (action === 'prepare') this.#panels.toggleChecklist(PLACES[this.callMode ?? 'popup']);
    else if (action === 'handoff') this.#handOff();
    else if (action === 'copy' || action === 'share' || action === 'sms' || action === 'email')
      this.#send(action);
    else if (action === 'check' || (journey.state === 'error' && journey.retry === 'refresh'))
      void this.#ask();
    else this.start();
  }

  /** Asks at the customer's wish, who sees that it is being done and hears what came of it. */
  async #ask(): Promise<void> {
    this.#asking = true;
    this.requestUpdate();
    await this.controller?.refresh();
    this.#asking = false;
    this.repeat();
  }

  #handOff(): void {
    const controller = this.controller;
    if (!controller || this.disabled || this.state !== 'ready') {
      this.repeat();
      return;
    }
    controller.setActiveView(this);
    const hosts = readLinkHosts(this.allowedLinkHosts);
    this.#panels.toggleHandoff(async () => (await controller.phoneLink(hosts)).href);
  }

  #send(way: HandoffWay): void {
    const { callTitle: subject, actions } = this.language.messages;
    void this.#panels.handoff.send(way, { subject, text: `${actions.resume}:` });
  }

  #panelsChanged(): void {
    const news = panelNews(this.#model);
    if (news && news !== this.#panelNews) this.#announcer.say(news);
    this.#panelNews = news;
    const { kind } = this.#panels.model.handoff;
    if (kind === 'shown') this.controller?.handedOff();
    // What had the focus is gone with the link.
    else if (this.renderRoot.activeElement?.closest('#handoff'))
      this.renderRoot.querySelector<HTMLElement>('#handoff-button')?.focus();
    this.requestUpdate();
  }

  #remind(): void {
    const { opensAt } = this.availability;
    if (opensAt === null || !this.dispatchEvent(new VkycEvent('vkyc-remind', { opensAt }, true))) return;
    const { actions, hints } = this.language.messages;
    saveReminder(actions.start, opensAt, this.now);
    this.#say(hints.reminded);
  }
}
