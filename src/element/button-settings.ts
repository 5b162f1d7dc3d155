import { LitElement } from 'lit';
import type { Mode } from '../launch/call-mode.js';
import type { MessageOverrides } from '../locales/messages.js';
import type { StatusPhases } from '../status/phase.js';
import {
  readCredentials,
  readEndpoint,
  readFrameOrigins,
  readFunction,
  readGroup,
  readLinkHosts,
  readMode,
  readStatusPhases,
  readTheme,
} from './read-settings.js';
import { readBoolean, readList, readText } from './read-value.js';

/** The attributes that a page only reads. */
const REFLECTED = ['state', 'phase'];

/** The attribute value `"false"` is false: several frameworks write a false boolean as that string. */
const booleanAttribute = {
  fromAttribute: (value: string | null) => value !== null && value !== 'false',
  toAttribute: (value: unknown) => (value ? '' : null),
};

/**
 * How each property is read when it is set: a page may assign any value, and everything behind the properties works with
 * checked types. Texts are parsed where they are used.
 */
const READERS: Readonly<Record<string, (value: unknown) => unknown>> = {
  sessionEndpoint: readEndpoint,
  mode: readMode,
  workingHours: readText,
  workingDays: readText,
  holidays: readList,
  lastEntry: readText,
  allowedLinkHosts: (value) => warned(readText(value), readLinkHosts),
  credentials: readCredentials,
  theme: readTheme,
  disabled: readBoolean,
  frameOrigins: (value) => warned(readText(value), readFrameOrigins),
  handoff: readBoolean,
  compact: readBoolean,
  statusPhases: readStatusPhases,
  renewSession: (value) => readFunction('renewSession', value),
  messages: (value) => readGroup('messages', value),
};

/** Parses a text once when it is set, so that the developer reads the warning before a customer clicks. */
function warned<T>(text: T, parse: (text: T) => unknown): T {
  parse(text);
  return text;
}

/**
 * What a page can set: the attributes and properties, whose invalid values fall back to their defaults with one console
 * warning; and what it can style: the custom properties and the parts.
 *
 * @cssprop --vkyc-accent - Colour of the button.
 * @cssprop --vkyc-accent-contrast - Text colour on the button. Default: white or black, by the accent.
 * @cssprop --vkyc-link - Colour of links, icons and the button that only checks the status. Default: made from the accent and the text.
 * @cssprop --vkyc-text - Text colour.
 * @cssprop --vkyc-muted - Colour of the hint and of an inactive button.
 * @cssprop --vkyc-surface - Background of an inactive button and of secondary buttons.
 * @cssprop --vkyc-dialog-surface - Background of the dialog, the badge and messages.
 * @cssprop --vkyc-info - Colour of the badge while KYC is in progress.
 * @cssprop --vkyc-success - Colour of success.
 * @cssprop --vkyc-warning - Colour of warnings.
 * @cssprop --vkyc-danger - Colour of failures.
 * @cssprop [--vkyc-radius=0.75rem] - Corner radius of the button; a box has 1rem at most.
 * @cssprop [--vkyc-height=3.25rem] - Minimum height of the button; never below 44 pixels.
 * @cssprop [--vkyc-gap=0.625rem] - Space between icons and text, and padding of boxes.
 * @cssprop [--vkyc-transition-duration=0.15s] - Transition duration. Ignored under `prefers-reduced-motion`.
 * @cssprop [--vkyc-width=max(20rem, 320px)] - Width of the element; never wider than its container.
 * @cssprop [--vkyc-font=inherit] - Font family.
 * @cssprop --vkyc-focus - Colour of the focus ring. Default: that of links.
 * @csspart base - Root container.
 * @csspart button - The button. Its second part name is `off` while it does nothing, `quiet` while it only checks the status. At the end it is a banner, with the second part name `done`.
 * @csspart label - Label of the button.
 * @csspart icon - Icon.
 * @csspart spinner - Spinner that replaces the icon while the element is busy.
 * @csspart badge - Status badge.
 * @csspart hint - Sentence below the button.
 * @csspart error - The same sentence in the state `error`.
 * @csspart reason - EnKash's own explanation of a rejection.
 * @csspart steps - The way from the call to the end.
 * @csspart abroad - What a customer must know whose clock is not set to the time of India.
 * @csspart review - What happens during the review, in place of the panels.
 * @csspart secondary-button - Smaller button next to the badge.
 * @csspart panels - Container of the panels.
 * @csspart disclosure - Button that shows and hides a panel.
 * @csspart error-reference - Code and time of a failure, to be quoted to the support.
 * @csspart handoff - Panel "Continue on your phone".
 * @csspart qr - QR code.
 * @csspart dialog - Dialog around a call in `iframe` mode.
 * @csspart dialog-header - Header of the dialog.
 * @csspart close-button - Close button of the dialog.
 * @csspart frame - Frame of the call.
 * @csspart stay-button - "Stay on the call" button, when the dialog asks whether to end the call.
 * @csspart end-button - "End the call" button, when the dialog asks whether to end the call.
 * @csspart new-window-button - Opens the call in a new window instead of the dialog.
 */
export abstract class ButtonSettings extends LitElement {
  static override properties = {
    sessionEndpoint: { attribute: 'session-endpoint' },
    mode: {},
    workingHours: { attribute: 'working-hours' },
    workingDays: { attribute: 'working-days' },
    holidays: {},
    lastEntry: { attribute: 'last-entry' },
    allowedLinkHosts: { attribute: 'allowed-link-hosts' },
    credentials: {},
    theme: { reflect: true, useDefault: true },
    disabled: { converter: booleanAttribute, reflect: true, useDefault: true },
    frameOrigins: { attribute: 'frame-origins' },
    handoff: { converter: booleanAttribute },
    compact: { converter: booleanAttribute, reflect: true, useDefault: true },
    statusPhases: { attribute: false },
    renewSession: { attribute: false },
    messages: { attribute: false },
  };

  /** URL of the session endpoint on the partner's backend. Changing it starts over. */
  declare sessionEndpoint: string | URL | null;
  /** How the call opens: `auto`, `popup`, `iframe`, `redirect`, or `host` (the page or native shell opens the link itself). Default: `auto`. */
  declare mode: Mode;
  /** Opening hours in IST, such as `10:00-18:00`, which is the default. */
  declare workingHours: string | undefined;
  /** Working days, such as `mon-fri sat1 sat3`. Default: `mon-fri`. */
  declare workingDays: string | undefined;
  /** Days without calls: `YYYY-MM-DD` dates in IST, separated by spaces or commas. Default: none. */
  declare holidays: string | readonly string[] | undefined;
  /** Minutes before closing after which no new call starts. Default: 0. */
  declare lastEntry: number | string | undefined;
  /** Hosts that a link may have, separated by spaces or commas. Default: `*.signzy.tech *.signzy.app`. */
  declare allowedLinkHosts: string | undefined;
  /** Credentials mode of the requests, as in `fetch`. Default: `same-origin`. */
  declare credentials: RequestCredentials;
  /** Colour scheme: `auto`, `light` or `dark`. Default: `auto`. */
  declare theme: 'auto' | 'light' | 'dark';
  /** Disables the button. */
  declare disabled: boolean;
  /** In `iframe` mode: origins that get camera, microphone and geolocation, in addition to the link's own. */
  declare frameOrigins: string | undefined;
  /** Offers to continue the call on the customer's phone, by QR code, message or share sheet. */
  declare handoff: boolean;
  /** Only the button, its badge and its sentence: no panels, and no room reserved for them. */
  declare compact: boolean;
  /** Returns a fresh session endpoint when the current one has expired. */
  declare renewSession: (() => Promise<string>) | undefined;
  /** The partner's own EnKash status names, merged over the default table. */
  declare statusPhases: StatusPhases | undefined;
  /** Overrides for single texts of the element. */
  declare messages: MessageOverrides | undefined;

  constructor() {
    super();
    this.sessionEndpoint = null;
    this.mode = 'auto';
    this.credentials = 'same-origin';
    this.theme = 'auto';
    this.disabled = false;
    this.handoff = false;
    this.compact = false;
  }

  /** Puts the setters of Lit's accessors behind their readers. Lit calls it again whenever attributes are read. */
  protected static override finalize(): void {
    const isFirst = !Object.hasOwn(this, 'finalized');
    super.finalize();
    if (!isFirst) return;
    for (const [name, read] of Object.entries(READERS)) {
      const descriptor = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (!descriptor) continue;
      Object.defineProperty(this.prototype, name, {
        ...descriptor,
        set(value: unknown) {
          descriptor.set?.call(this, read(value));
        },
      });
    }
  }

  /** `lang` remains the browser's own property; here it is only observed, as are the two attributes that a page only reads. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', ...REFLECTED];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    // Needed because the MutationObserver in language.ts runs after the awaited update.
    if (name === 'lang') this.requestUpdate();
  }
}
