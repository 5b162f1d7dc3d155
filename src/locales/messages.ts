import type { DeviceIssue } from '../device/check-device.js';
import type { ErrorCode } from '../errors/error-catalogue.js';
import type { ClosedReason } from '../hours/availability.js';
import type { Phase } from '../status/phase.js';

/** What the main button can do. */
export type PrimaryAction =
  /** Opens a new call. */
  | 'start'
  /** Opens a call after one that may have ended early, or that EnKash has registered. */
  | 'resume'
  /** Opens the terms that must be accepted before a call. */
  | 'terms'
  /** Opens the call that did not open at the first attempt. */
  | 'open'
  /** Opens the call in this tab, since no window opens. */
  | 'same-tab'
  /** Brings the call's window to the front. */
  | 'show'
  /** Refreshes the status. */
  | 'check'
  /** Repeats what failed. */
  | 'retry'
  /** Reloads the page, which gets a fresh endpoint: repeating the request would end the same. */
  | 'reload'
  /** Nothing: the customer is verified. */
  | 'done';

/** What the smaller button next to the badge can do. */
export type SecondaryAction =
  | 'check'
  | 'same-tab'
  /** Saves the next opening as a calendar entry. */
  | 'remind';

/** Buttons that show and hide a panel. */
export type PanelAction =
  /** "Before you start": what to have ready for the call. */
  | 'prepare'
  /** "Continue on your phone". */
  | 'handoff';

/** Ways to send the link to the customer's phone. */
export type SendAction = 'copy' | 'share' | 'sms' | 'email';

/** Buttons of the dialog around a call. */
export type DialogAction = 'close' | 'window' | 'stay' | 'end';

/** Everything that the buttons of the element, outside its dialog, can do. */
export type ButtonAction = PrimaryAction | SecondaryAction | PanelAction | SendAction;

/** Every button of the element; each has a label. */
export type ActionName = ButtonAction | DialogAction;

/** What is happening and what comes next, named after the state, the outcome of the last attempt, or the phase. */
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
  | 'ended'
  | 'severed'
  | 'blocked'
  | 'no-window'
  | 'frame-failed'
  | 'handed-off'
  | 'under-review'
  | 'rejected'
  | 'expired'
  | 'verified'
  /** In place of the panels: what happens during the review. */
  | 'review'
  /** Follows the introduction for a customer who seems to be abroad. */
  | 'abroad'
  /** Answer to "Remind me". */
  | 'reminded'
  /** Answer to "Check status", when nothing has changed. */
  | 'checked';

/** Failures that show the message of `no_endpoint` unless they have their own. */
export type NotSetUp = 'invalid_endpoint' | 'not_found';

/** Failures that show the message of `server_error` unless they have their own. */
export type OurSide =
  | 'http_error'
  | 'not_json'
  | 'too_large'
  | 'invalid_response'
  | 'enkash_error'
  | 'no_link'
  | 'internal_error';

/** Failures for which a language needs no message: `no_camera` shows what the device check says. */
export type WithSharedMessage = NotSetUp | OurSide | 'no_camera';

/** What a customer should have or do before the call, as EnKash and Signzy require. */
export type ChecklistItem = 'card' | 'internet' | 'india' | 'vpn' | 'room' | 'access' | 'recorded';

/** The steps of video KYC, in their order. */
export type StepName = 'call' | 'review' | 'done';

/** Figures that EnKash has not published, and that no language contains: the page adds the sentences that it can promise. */
export type EstimateName =
  /** How long a call takes; shown before the introduction. */
  | 'duration'
  /** When a review usually ends; shown during the review. */
  | 'review';

/** The texts of the panel "Continue on your phone". */
export type HandoffMessageName =
  /** What to do with the QR code. */
  | 'scan'
  /** Accessible name of the QR code. */
  | 'code'
  | 'copied'
  /** The share sheet has taken the link. */
  | 'shared'
  /** The link was passed to an app for messages, which may not exist. */
  | 'opened'
  /** For how long the code is shown. */
  | 'hides'
  /** Until when EnKash accepts the link: `{date}`. */
  | 'expires'
  /** Accessible name of the link as text. */
  | 'link'
  /** The browser did not allow copying; the link is shown for manual selection. */
  | 'not-copied'
  /** The link was hidden and can be requested again. */
  | 'hidden';

/** Every text that the element can show, in one language. A language with a missing text does not compile. */
export interface Messages {
  readonly actions: Readonly<Record<ActionName, string>>;
  readonly hints: Readonly<Record<HintName, string>>;
  /** The badge. */
  readonly phases: Readonly<Record<Phase, string>>;
  /** Why no call can start now. */
  readonly closed: Readonly<Record<ClosedReason, string>>;
  /**
   * When the next call can start. `{day}` is the weekday, `{time}` the time in IST as `dayParts` writes it, such as
   * `10:00 am`. `{local}` is the time on the visitor's own clock, in brackets after a space; empty if it is the same.
   * No ending may follow `{local}`, as it would stand after a bracket.
   */
  readonly opensAt: string;
  /** The last moment to start a call, shown in the 15 minutes before it. */
  readonly closesAt: string;
  /** The `{day}` of a moment that is today. */
  readonly today: string;
  /** A `{time}` such as `10:00` with the part of the day: from 0:00, 4:00, 12:00, 16:00 and 20:00. */
  readonly dayParts: readonly [string, string, string, string, string];
  /** The text inside the brackets of `{local}`. */
  readonly yourTime: string;
  /** Starts with Sunday. Included because browsers lack the names of some languages. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  /** Failures with the same message need it only once; a page can give each its own. */
  readonly errors: Readonly<
    Record<Exclude<ErrorCode, WithSharedMessage>, string> & Partial<Record<WithSharedMessage, string>>
  >;
  /** Before the text with which EnKash explains a rejection. */
  readonly reason: string;
  readonly steps: Readonly<Record<StepName, string>>;
  readonly estimates?: Readonly<Partial<Record<EstimateName, string>>> | undefined;
  readonly checklist: Readonly<Record<ChecklistItem, string>>;
  /** What the device check found, and how to fix it; `ready` if it found nothing. */
  readonly findings: Readonly<Record<DeviceIssue | 'ready', string>>;
  readonly handoff: Readonly<Record<HandoffMessageName, string>>;
  /** The title of the call's window or dialog. */
  readonly callTitle: string;
  /** The question before a running call is ended. */
  readonly endQuestion: string;
}

/** The page's own texts in place of the built-in ones: any of them, down to a single label. */
export type MessageOverrides = {
  readonly [Group in keyof Messages]?:
    | (Messages[Group] extends string | readonly string[] ? Messages[Group] : Partial<Messages[Group]>)
    | undefined;
};
