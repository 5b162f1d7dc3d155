import { isFields, own, type Fields } from '../json-object.js';
import { requireOption } from '../options/checks.js';

/** Pages of the partner's own that a session may name, as `session` of an answer tells them to the element. */
export interface SessionPages {
  /**
   * The partner's short address for the customer's phone, shown in place of a fresh link of EnKash's. It must ask who is
   * there before it leads on to the call.
   */
  readonly handoffUrl?: string | undefined;
  /** What the customer must do before a call; the button leads to this page instead. */
  readonly action?: { readonly kind: 'accept-terms'; readonly url: string } | undefined;
}

/** So that the token, which holds both, stays a short address. */
const LONGEST = 256;

const EXPECTED = `an https: address or a path on your own site, ${LONGEST} characters at most`;

/**
 * The pages alone, of all that a partner gave.
 * @throws TypeError for an address that the element would not go to; the message does not hold it
 */
export function checkPages({ handoffUrl, action }: Record<keyof SessionPages, unknown>): SessionPages {
  requireOption(handoffUrl === undefined || isPage(handoffUrl), 'handoffUrl', EXPECTED, handoffUrl);
  if (action === undefined) return { handoffUrl };
  const known = isFields(action) && own(action, 'kind') === 'accept-terms';
  requireOption(known, 'action', "{ kind: 'accept-terms', url }", action);
  const url = own(action, 'url');
  requireOption(isPage(url), 'action.url', EXPECTED, url);
  return { handoffUrl, action: { kind: 'accept-terms', url } };
}

/** The pages in a token of ours, which were checked when it was issued. */
export function readPages(fields: Fields): SessionPages {
  const handoffUrl = own(fields, 'handoffUrl');
  const action = own(fields, 'action');
  const url = isFields(action) ? own(action, 'url') : undefined;
  return {
    handoffUrl: typeof handoffUrl === 'string' ? handoffUrl : undefined,
    action: typeof url === 'string' ? { kind: 'accept-terms', url } : undefined,
  };
}

/** Whether it is an address of printable ASCII, on the partner's own site or on another with TLS. */
function isPage(url: unknown): url is string {
  return (
    typeof url === 'string' &&
    url.length <= LONGEST &&
    /^(https:\/\/|\/(?![/\\]))[!-~]*$/.test(url) &&
    URL.canParse(url, 'https://partner.invalid')
  );
}
