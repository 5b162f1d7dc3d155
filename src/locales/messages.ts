import type { DeviceIssue } from '../device/device-issue.js';
import type { ErrorCode } from '../errors/error-catalogue.js';
import type { ClosedReason } from '../hours/availability.js';
import type { Phase } from '../status/phase.js';

/** What a button of the element can do, each with a label of its own. */
export type ActionName =
  /** Opens a new call. */
  | 'start'
  /** Opens a call after one that may have ended early, or that EnKash has on its books. */
  | 'resume'
  /** Leads to the terms that must be accepted before a call. */
  | 'terms'
  /** Opens the call that did not open the first time. */
  | 'open'
  /** Opens the call in this tab, since no window opens. */
  | 'same-tab'
  /** Brings the call's window to the front. */
  | 'show'
  /** Asks again where the customer stands. */
  | 'check'
  /** Puts the next opening into the customer's calendar. */
  | 'remind'
  /** Tries again what failed. */
  | 'retry'
  /** Nothing: all is done. */
  | 'done'
  /** Shows and hides what to have at hand before the call. */
  | 'prepare'
  /** Shows and hides the ways to go on with the call on the phone. */
  | 'handoff'
  /** The ways to get the link to the phone. */
  | 'copy'
  | 'share'
  | 'sms'
  | 'email'
  /** In the dialog around a call. */
  | 'close'
  | 'window'
  | 'stay'
  | 'end';

/** What is going on, and what comes next: that of a state, of what became of a call, or of a phase has its name. */
export type HintName =
  | 'idle'
  | 'loading'
  | 'intro'
  | 'intro-window'
  | 'terms'
  | 'opening'
  | 'open'
  | 'open-here'
  | 'checking'
  | 'closed'
  | 'severed'
  | 'blocked'
  | 'no-window'
  | 'frame-failed'
  | 'handed-off'
  | 'under-review'
  | 'rejected'
  | 'expired'
  | 'verified'
  | 'reminded';

/** Failures for which a language has no words of their own: they say what `no_endpoint` says. */
export type NotSetUp = 'invalid_endpoint' | 'not_found';

/** They say what `server_error` says. */
export type OurSide =
  'http_error' | 'not_json' | 'too_large' | 'invalid_response' | 'enkash_error' | 'no_link';

/** What a customer should have done or have at hand before the call, as EnKash and Signzy ask for it. */
export type ChecklistItem = 'card' | 'india' | 'vpn' | 'room' | 'access';

/** What is said around the link for the phone. */
export type HandoffWord =
  /** What to do with the code. */
  | 'scan'
  /** What the code is, for who cannot see it. */
  | 'code'
  | 'copied'
  /** The browser did not let the page copy; the link is there to be selected. */
  | 'not-copied'
  /** The link was hidden again, and can be shown anew. */
  | 'hidden';

/** Every word the element can show, in one language. A language that misses one does not compile. */
export interface Messages {
  readonly actions: Readonly<Record<ActionName, string>>;
  readonly hints: Readonly<Record<HintName, string>>;
  /** The badge. */
  readonly phases: Readonly<Record<Phase, string>>;
  /** Why no call can start now. */
  readonly closed: Readonly<Record<ClosedReason, string>>;
  /**
   * When one can. `{day}` is the weekday, `{time}` the time in IST such as `10:00 am`, and `{local}` what the visitor's
   * own clock shows then, in brackets after a space; nothing, where it shows the same.
   */
  readonly opensAt: string;
  /** The last moment to start a call, said in the 15 minutes before it. */
  readonly closesAt: string;
  /** The `{day}` of a moment that is today. */
  readonly today: string;
  /** What stands in the brackets of `{local}`. */
  readonly yourTime: string;
  /** From Sunday on. They are here because browsers lack some languages. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  /** Of several failures that say the same, one is enough; a page may give each its own words. */
  readonly errors: Readonly<
    Record<Exclude<ErrorCode, NotSetUp | OurSide>, string> & Partial<Record<NotSetUp | OurSide, string>>
  >;
  readonly checklist: Readonly<Record<ChecklistItem, string>>;
  /** What the device check found, and what to do about it; `ready` when it found nothing. */
  readonly findings: Readonly<Record<DeviceIssue | 'ready', string>>;
  readonly handoff: Readonly<Record<HandoffWord, string>>;
  /** The title of the call's window or dialog. */
  readonly callTitle: string;
  readonly endQuestion: string;
}

/** A page's own words in place of ours: any of them, down to a single label. */
export type MessageOverrides = {
  readonly [Group in keyof Messages]?:
    | (Messages[Group] extends string | readonly string[] ? Messages[Group] : Partial<Messages[Group]>)
    | undefined;
};
