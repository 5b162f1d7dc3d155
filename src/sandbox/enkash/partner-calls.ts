import { availabilityAt } from '../../hours/availability.js';
import { SANDBOX_CREDENTIALS } from '../credentials.js';
import { LINK_LIFETIME_DAYS } from '../kyc-links.js';
import type { SandboxState } from '../sandbox-state.js';
import { envelope, failure } from './envelope.js';

/** The link call, documented by EnKash: 401 without a valid bearer token, 422 for an unknown card and outside hours. */
export function linkCall(state: SandboxState, request: Request): Response {
  const { customers, clock, settings } = state;
  const enKashCardId = cardIdOf(request);
  if (!isAuthorised(state, request)) return failure(401);
  if (enKashCardId === null || customers.status(enKashCardId) === undefined) return failure(422);
  if (settings.hours !== null && !availabilityAt(clock.now(), settings.hours).open) return failure(422);
  const kycLink = customers.mintLink(enKashCardId);
  const status = customers.status(enKashCardId);
  return envelope({ enkashCardId: enKashCardId, ...status, kycLink, kycExpiryDays: LINK_LIFETIME_DAYS });
}

/** The status call: the answer of the link call without a link. EnKash's own is not public; this one is the sandbox's. */
export function statusCall(state: SandboxState, request: Request): Response {
  if (!isAuthorised(state, request)) return failure(401);
  const enKashCardId = cardIdOf(request);
  const status = enKashCardId === null ? undefined : state.customers.status(enKashCardId);
  return status === undefined ? failure(422) : envelope({ enkashCardId: enKashCardId, ...status });
}

/** The card id in the query of a call; null for a call without one. */
export function cardIdOf(request: Request): string | null {
  return new URL(request.url).searchParams.get('enKashCardId');
}

function isAuthorised({ tokens }: SandboxState, { headers }: Request): boolean {
  const [scheme, token] = (headers.get('Authorization') ?? '').split(' ');
  return (
    headers.get('partnerId') === SANDBOX_CREDENTIALS.partnerId &&
    scheme?.toLowerCase() === 'bearer' &&
    token !== undefined &&
    tokens.accepts(token)
  );
}
