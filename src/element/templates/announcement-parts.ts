import type { Journey } from '../../journey/journey.js';
import { hintText, type HintModel } from './hint.js';
import { rejectionReason } from './rejection-reason.js';

/** The languages end a sentence in three ways. */
const FULL_STOP = /[.।۔]$/;

/** What the live region announces: the badge as a sentence, and the hint, each when it changes. */
export function announcementParts(model: HintModel): readonly string[] {
  const [fullStop = '.'] = FULL_STOP.exec(model.messages.hints.idle) ?? [];
  const { journey, messages } = model;
  const reason = rejectionReason(journey.customer);
  return [
    hasStatus(journey) ? `${badgeText(model)}${fullStop}` : '',
    hintText(model),
    ...(reason && !model.disabled ? [`${messages.reason} ${reason}`] : []),
  ];
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
