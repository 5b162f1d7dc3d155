import type { Journey } from '../../journey/journey.js';
import { hintText, type HintModel } from './hint.js';

/** What the badge and the hint depend on. */
export interface StatusModel extends HintModel {
  /** Language tag of `messages`. */
  readonly lang: string;
}

/** What the live region announces: the badge and the hint, each when it changes. */
export function announcementParts(model: StatusModel): readonly string[] {
  return [hasStatus(model.journey) ? `${badgeText(model)}.` : '', hintText(model)];
}

/**
 * The text of the badge. In English: EnKash's own label of the field that decided the phase, if there is one. Without a
 * sub-status there was no video KYC yet, and the label of the minimum KYC would be misleading. In other languages: the
 * language's own text for the phase.
 */
export function badgeText({ journey, messages, lang }: StatusModel): string {
  const { status, phase } = journey.customer;
  if (lang.split('-')[0] !== 'en') return messages.phases[phase];
  const decisive = phase === 'verified' ? status.kycStatus : status.kycSubStatus;
  const unlisted = phase === 'unknown' ? status.kycStatus : null;
  return (decisive ?? unlisted)?.label ?? messages.phases[phase];
}

/** Whether the customer's status is known. */
export function hasStatus({ customer: { status } }: Journey): boolean {
  return status.kycStatus !== null || status.kycSubStatus !== null;
}
