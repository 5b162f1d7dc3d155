import type { ErrorCode } from '../errors/error-catalogue.js';
import type { ClosedReason } from '../hours/availability.js';
import type { Phase } from '../status/phase.js';

/** An instant of opening, in IST: weekday 0 is Sunday; hours and minutes as on a 24-hour clock. */
export interface OpeningTime {
  readonly today: boolean;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** Every word the element can show, in one language. A language that misses one does not compile. */
export interface Words {
  /** The button: one label for each thing it can do. */
  readonly start: string;
  readonly resume: string;
  readonly retry: string;
  readonly checkStatus: string;
  readonly showCall: string;
  readonly openCall: string;
  readonly sameTab: string;
  readonly done: string;
  /** The badge: one for each phase. */
  readonly phases: Readonly<Record<Phase, string>>;
  /** Hints: what is going on and what comes next. */
  readonly idle: string;
  readonly loading: string;
  readonly opensInNewWindow: string;
  readonly opening: string;
  readonly open: string;
  readonly checking: string;
  readonly windowClosed: string;
  readonly windowSevered: string;
  readonly windowBlocked: string;
  readonly noWindow: string;
  readonly frameFailed: string;
  readonly underReview: string;
  readonly rejected: string;
  readonly expired: string;
  readonly verified: string;
  readonly disabled: string;
  /** Why no call can start now, and when one can: always with the weekday and the time in IST. */
  readonly closed: Readonly<Record<ClosedReason, string>>;
  readonly opensAt: (opens: OpeningTime) => string;
  /** The title of the call's window or dialog. */
  readonly callTitle: string;
  /** The dialog around a call that is shown in the page. */
  readonly close: string;
  readonly newWindow: string;
  readonly endQuestion: string;
  readonly stay: string;
  readonly end: string;
  readonly errors: Readonly<Record<ErrorCode, string>>;
}
