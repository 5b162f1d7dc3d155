import { getOwn, isObject, type JsonObject } from '../../protocol/json-object.js';
import { requireOption, requireOptions } from '../options/checks.js';

/** Pages of the partner that a session may name. They are sent to the element as members of `session`. */
export interface SessionPages {
  /**
   * The partner's short URL for the customer's phone, shown instead of a fresh link of EnKash. The page must authenticate
   * the customer before it leads to the call.
   */
  readonly handoffUrl?: string | undefined;
  /** What the customer must do before a call; the button leads to this page instead. */
  readonly action?: { readonly kind: 'accept-terms'; readonly url: string } | undefined;
}

/** Longest URL, since the session token contains both and is part of a URL itself. */
const MAX_URL_LENGTH = 256;

const EXPECTED = `an https: URL or a path on your own site, ${MAX_URL_LENGTH} characters at most`;

/**
 * Checks the pages that a partner gives.
 * @throws TypeError for an unknown member, and for a URL that the element would not open; the message does not contain it
 */
export function checkPages({ handoffUrl, action }: Record<keyof SessionPages, unknown>): SessionPages {
  requireOption(handoffUrl === undefined || isPageUrl(handoffUrl), 'handoffUrl', EXPECTED, handoffUrl);
  if (action === undefined) return { handoffUrl };
  const isKnown = isObject(action) && getOwn(action, 'kind') === 'accept-terms';
  requireOption(isKnown, 'action', "{ kind: 'accept-terms', url }", action);
  requireOptions(action, 'action', ['kind', 'url']);
  const url = getOwn(action, 'url');
  requireOption(isPageUrl(url), 'action.url', EXPECTED, url);
  return { handoffUrl, action: { kind: 'accept-terms', url } };
}

/** The pages in a token of ours, which were checked when it was issued. */
export function readPages(claims: JsonObject): SessionPages {
  const handoffUrl = getOwn(claims, 'handoffUrl');
  const action = getOwn(claims, 'action');
  const url = isObject(action) ? getOwn(action, 'url') : undefined;
  return {
    handoffUrl: typeof handoffUrl === 'string' ? handoffUrl : undefined,
    action: typeof url === 'string' ? { kind: 'accept-terms', url } : undefined,
  };
}

/** Whether it is a URL of printable ASCII, either a path on the partner's own site or `https:`. */
function isPageUrl(url: unknown): url is string {
  return (
    typeof url === 'string' &&
    url.length <= MAX_URL_LENGTH &&
    /^(https:\/\/|\/(?![/\\]))[!-~]*$/.test(url) &&
    URL.canParse(url, 'https://partner.invalid')
  );
}
