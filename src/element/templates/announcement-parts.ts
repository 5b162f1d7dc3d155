import type { Journey } from '../../journey/journey.js';
import { hintText, type HintModel } from './hint.js';
import { minutesText } from './minutes-text.js';
import { rejectionReason } from './rejection-reason.js';

/** The languages end a sentence in three ways. */
const FULL_STOP = /[.।۔]$/;

/**
 * What the live region announces: the badge as a sentence, the hint, and the time to wait, each when it changes.
 *
 * @param waitMs the whole time to wait unless given, so that it is spoken once and not each second
 */
export function announcementParts(model: HintModel, waitMs = wholeWait(model)): readonly string[] {
  const [fullStop = '.'] = FULL_STOP.exec(model.messages.hints.idle) ?? [];
  const { journey, messages } = model;
  const reason = rejectionReason(journey.customer);
  return [
    hasStatus(journey) ? `${badgeText(model)}${fullStop}` : '',
    hintText(model),
    waitMs > 0 ? `${messages.actions.retry} (${minutesText(waitMs)})${fullStop}` : '',
    ...(reason && !model.disabled ? [`${messages.reason} ${reason}`] : []),
  ];
}

function wholeWait({ journey, disabled }: HintModel): number {
  if (disabled || journey.state !== 'error' || !journey.failure.retryable) return 0;
  return (journey.failure.retryAfter ?? 0) * 1000;
}

/**
 * The text of the badge: the language's own for the phase. EnKash's label stands there only for a name that we do not
 * know, since the labels of known names say other things than their phase does.
 */
export function badgeText({ journey, messages }: HintModel): string {
  const { status, phase } = journey.customer;
  const label = phase === 'unknown' && (status.kycSubStatus ?? status.kycStatus)?.label;
  return label || messages.phases[phase];
}

/** Whether the customer's status is known. */
export function hasStatus({ customer: { status } }: Journey): boolean {
  return status.kycStatus !== null || status.kycSubStatus !== null;
}
