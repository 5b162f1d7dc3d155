import { availabilityAt } from '../../hours/availability.js';
import { SANDBOX_CREDENTIALS } from '../credentials.js';
import { LINK_LIFE_DAYS } from '../kyc-links.js';
import type { World } from '../sandbox-state.js';
import { envelope, failure } from './envelope.js';

/** The link call, documented by EnKash: 401 without a known bearer, 422 for a card it does not know. */
export function linkCall(world: World, request: Request, enKashCardId: string | null): Response {
  const { hours } = world.settings;
  if (!isPartner(world, request)) return failure(401);
  if (enKashCardId === null || world.customers.standing(enKashCardId) === undefined) return failure(422);
  if (hours !== null && !availabilityAt(world.clock.now(), hours).open) return failure(422);
  const kycLink = world.customers.mintLink(enKashCardId);
  const standing = world.customers.standing(enKashCardId);
  return envelope({ enkashCardId: enKashCardId, ...standing, kycLink, kycExpiryDays: LINK_LIFE_DAYS });
}

/** The status call: the link call's answer without a link. EnKash has one, but has not published it; this is the sandbox's own. */
export function statusCall(world: World, request: Request, enKashCardId: string | null): Response {
  if (!isPartner(world, request)) return failure(401);
  const standing = enKashCardId === null ? undefined : world.customers.standing(enKashCardId);
  return standing === undefined ? failure(422) : envelope({ enkashCardId: enKashCardId, ...standing });
}

function isPartner(world: World, request: Request): boolean {
  const [scheme, token] = (request.headers.get('Authorization') ?? '').split(' ');
  return (
    request.headers.get('partnerId') === SANDBOX_CREDENTIALS.partnerId &&
    scheme?.toLowerCase() === 'bearer' &&
    token !== undefined &&
    world.tokens.accepts(token)
  );
}
