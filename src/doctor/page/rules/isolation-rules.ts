import { parseDictionary, parseItem, Token, type InnerList, type Item } from 'structured-headers';
import { checkLink, parseLinkHosts } from '../../../link/check-link.js';
import { fail, pass, skipped, type Judgement } from '../../finding.js';
import type { Page, Tag } from '../read-page.js';

/** What the call in a frame needs, and what the button delegates to it. */
const FEATURES = ['camera', 'microphone', 'geolocation'] as const;

/** With `mode="iframe"` the page must not keep camera, microphone and location from the frame. */
export function permissionsPolicy({ headers, tags }: Page): Judgement {
  const framed = tags.filter(({ mode }) => mode === 'iframe');
  if (framed.length === 0) return pass('No button opens its call in a frame.');
  const current = readPermissionsPolicy(headers.get('permissions-policy'));
  const legacy = readFeaturePolicy(headers.get('feature-policy'));
  const blocked = FEATURES.filter((feature) => {
    const origins = current.get(feature) ?? legacy.get(feature);
    return origins !== undefined && !framed.every((tag) => origins.some((origin) => isOfLink(origin, tag)));
  });
  if (blocked.length === 0) return pass('No header keeps camera, microphone or location from the frame.');
  const lines = blocked.map((feature) => `${feature}=(self "https://…")`).join(', ');
  return fail(
    `The page does not delegate ${blocked.join(', ')} to the frame of the call.`,
    `Permissions-Policy: ${lines} with the exact origin of your links`,
  );
}

/** A page that is isolated from its popups does not see whether the call's window is open. */
export function openerPolicy({ headers, tags, scripts }: Page): Judgement {
  const policy = tokenOf(headers.get('cross-origin-opener-policy'));
  if (policy === null || !['same-origin', 'same-origin-plus-coep', 'noopener-allow-popups'].includes(policy))
    return pass('The page can observe the windows that it opens.');
  if (tags.length === 0 && !scripts.some(({ ours }) => ours.length > 0))
    return skipped('The page has no button in its markup.');
  if (tags.length > 0 && tags.every(({ mode }) => ['redirect', 'iframe', 'host'].includes(mode)))
    return pass('No button opens a window.');
  return fail(
    `Cross-Origin-Opener-Policy: ${policy} severs the window of the call from the page, so the button cannot see it.`,
    'Cross-Origin-Opener-Policy: same-origin-allow-popups',
  );
}

/** An embedder policy leaves the frame of the call empty, and a script of another origin needs CORS. */
export function embedderPolicy({ headers, tags, scripts, url }: Page): Judgement {
  const policy = tokenOf(headers.get('cross-origin-embedder-policy'));
  if (policy !== 'require-corp' && policy !== 'credentialless')
    return pass('The page has no embedder policy.');
  if (tags.some(({ mode }) => mode === 'iframe'))
    return fail(
      `Cross-Origin-Embedder-Policy: ${policy} leaves the frame of the call empty.`,
      'Remove Cross-Origin-Embedder-Policy from this page, or use mode="auto".',
    );
  const lacksCors = scripts.some(
    ({ element, src, ours }) =>
      ours.length > 0 && src !== null && src.origin !== url.origin && !element.attributes.has('crossorigin'),
  );
  if (lacksCors && policy === 'require-corp')
    return fail(
      'Cross-Origin-Embedder-Policy: require-corp, and the script comes from another origin without crossorigin.',
      'crossorigin="anonymous" on the script tag; Access-Control-Allow-Origin and Cross-Origin-Resource-Policy: cross-origin on the file',
    );
  return pass('The embedder policy blocks nothing of the button.');
}

function isOfLink(origin: string, { attributes }: Tag): boolean {
  if (origin === '*') return true;
  const { hosts } = parseLinkHosts(attributes.get('allowed-link-hosts'));
  return checkLink(`${origin.replace('://*.', '://')}/`, hosts) !== null;
}

/** The origins of each feature. Browsers ignore a header with a syntax error as a whole. */
function readPermissionsPolicy(header: string | null): ReadonlyMap<string, readonly string[]> {
  try {
    const features = [...parseDictionary(header ?? '')];
    return new Map(features.map(([feature, member]) => [feature, membersOf(member)]));
  } catch {
    return new Map();
  }
}

/** Origins are strings. Of the tokens, only `*` allows another origin. */
function membersOf([value]: Item | InnerList): readonly string[] {
  const items = Array.isArray(value) ? value.map(([item]) => item) : [value];
  return items.flatMap((item) => {
    if (item instanceof Token) return item.toString() === '*' ? ['*'] : [];
    return typeof item === 'string' ? [item] : [];
  });
}

/** The older header: `camera 'none'; microphone 'self' https://a.example`. */
function readFeaturePolicy(header: string | null): ReadonlyMap<string, readonly string[]> {
  const parts = (header ?? '').split(/[;,]/).map((part) => part.trim().split(/\s+/));
  return new Map(parts.filter(([name]) => name !== '').map(([name = '', ...origins]) => [name, origins]));
}

/** The value of a header such as `same-origin; report-to="x"`; null without one or with a syntax error. */
function tokenOf(header: string | null): string | null {
  try {
    const value = header === null ? null : parseItem(header)[0];
    return value instanceof Token ? value.toString() : null;
  } catch {
    return null;
  }
}
