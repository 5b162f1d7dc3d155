import { LitElement, type PropertyValues } from 'lit';
import type { ScheduleSettings } from '../hours/schedule.js';
import type { Mode } from '../launch/call-mode.js';
import type { MessageOverrides } from '../locales/messages.js';
import type { StatusPhases } from '../status/phase.js';

/** `"false"` is false: several frameworks write a false boolean as that text. */
const booleanAttribute = {
  fromAttribute: (value: string | null) => value !== null && value !== 'false',
  toAttribute: (value: unknown) => (value ? '' : null),
};

/** What a page can set, as attributes or properties; a malformed value counts as its default, with a warning. */
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
    statusPhases: { attribute: false },
    renewSession: { attribute: false },
    messages: { attribute: false },
  };

  /** The session URL on the partner's backend; a change starts afresh. */
  declare sessionEndpoint: string | null;
  /** How the call opens: `auto`, `popup`, `iframe`, `redirect` or `host`. */
  declare mode: Mode;
  /** Opening hours in IST, `10:00-18:00` unless set. */
  declare workingHours: string | undefined;
  /** Working days, `mon-fri` unless set. */
  declare workingDays: string | undefined;
  /** Days without calls, `YYYY-MM-DD` in IST. */
  declare holidays: string | readonly string[] | undefined;
  /** Minutes before closing after which no new call starts; 0 unless set. */
  declare lastEntry: number | string | undefined;
  /** Hosts a link may have; `*.signzy.tech *.signzy.app` unless set. */
  declare allowedLinkHosts: string | undefined;
  /** As in `fetch`; `same-origin` unless set. */
  declare credentials: RequestCredentials;
  /** `auto`, `light` or `dark`. */
  declare theme: 'auto' | 'light' | 'dark';
  /** The page's own veto. */
  declare disabled: boolean;
  /** Further exact origins to which `iframe` mode lends camera, microphone and location. */
  declare frameOrigins: string | undefined;
  /** Offers to go on with the call on the phone, by QR code, message or share sheet. */
  declare handoff: boolean;
  /** Gives a fresh endpoint when the old one has expired. */
  declare renewSession: (() => Promise<string>) | undefined;
  /** The partner's own EnKash status names, merged over the default table. */
  declare statusPhases: StatusPhases | undefined;
  /** Words of the page's own in place of ours. */
  declare messages: MessageOverrides | undefined;

  constructor() {
    super();
    this.sessionEndpoint = null;
    this.mode = 'auto';
    this.credentials = 'same-origin';
    this.theme = 'auto';
    this.disabled = false;
    this.handoff = false;
  }
  /** Some frameworks set a boolean property to the text in their template, of which `"false"` is false. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    for (const name of ['disabled', 'handoff'] as const)
      if (String(this[name]) === 'false') this[name] = false;
  }

  /** The opening hours as the page sets them, unread. */
  protected get schedule(): ScheduleSettings {
    const { workingHours, workingDays, holidays, lastEntry } = this;
    return { workingHours, workingDays, holidays, lastEntry };
  }
}
