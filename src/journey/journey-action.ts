import type { VkycError } from '../errors/vkyc-error.js';
import type { TimeSource } from '../hours/server-clock.js';
import type { CallMode, Downgrade } from '../launch/call-mode.js';
import type { Hours } from './opening-hours.js';
import type { CustomerStatus } from './customer-status.js';

/** Why the call's window is gone. It says nothing about the outcome; see `vkyc-close`. */
export type CloseReason = 'user' | 'severed' | 'page' | 'replaced';

/** What can happen to a journey. */
export type JourneyAction =
  | { readonly type: 'endpoint-given' }
  | { readonly type: 'asked-again' }
  | { readonly type: 'returned' }
  | { readonly type: 'answered'; readonly standing: CustomerStatus }
  /** A link was made; this is what else its answer said. */
  | { readonly type: 'minted'; readonly standing: CustomerStatus }
  /** No answer, and no failure either where the endpoint answers only clicks or is closed. `wished`: the customer waits for it. */
  | { readonly type: 'unanswered'; readonly failure: VkycError | null; readonly wished: boolean }
  /** The page has set its hours, or reads the same words of EnKash in another way now. */
  | ({ readonly type: 'configured'; readonly standing: CustomerStatus } & Hours)
  | ({ readonly type: 'hours-changed'; readonly clock: TimeSource } & Hours)
  | { readonly type: 'started'; readonly mode: CallMode }
  /** There is no call on screen, and the customer must press once more. */
  | { readonly type: 'blocked'; readonly downgrade: Downgrade }
  | { readonly type: 'opened' }
  /** No failure: EnKash is only closed. */
  | { readonly type: 'start-failed'; readonly failure: VkycError | null }
  | { readonly type: 'handed-off' }
  /** The call's window is gone, or its placeholder before there was a call. */
  | { readonly type: 'gone'; readonly reason: CloseReason }
  | { readonly type: 'patience-ended' };
