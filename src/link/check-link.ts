import { isLoopbackHost } from '../protocol/loopback.js';
import { parseUrl } from '../protocol/parse-url.js';

/** Hosts that a link may have, in lower case: `x` is that host only, `*.x` is `x` and all its subdomains. */
export type LinkHosts = readonly string[];

/** Signzy's domains, from EnKash's sample link and Signzy's documentation. */
export const DEFAULT_LINK_HOSTS: LinkHosts = ['*.signzy.tech', '*.signzy.app'];

/** A domain name of at least two labels; if the last one were a number, it would be an IP address. */
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.)+(?!\d+$)[a-z0-9-]{2,63}$/;

/** Suffixes under which anyone can register, such as `co.in`. Those with a single label do not match DOMAIN. */
const PUBLIC_SUFFIX = /^(?:ac|co|com|edu|firm|gen|gov|ind|net|nic|org|res)\.[a-z]{2}$/;

/** Printable ASCII except the backslash, which URL parsers treat as a slash; at most 2,048 characters. */
const PLAIN_LINK = /^https?:\/\/[!-[\]-~]{1,2040}$/;

/**
 * Parses the `allowed-link-hosts` setting: hosts separated by spaces or commas.
 *
 * @returns the hosts (the default ones if none is valid), and in `faults` the invalid entries, which are ignored
 */
export function parseLinkHosts(text: string | null | undefined): {
  hosts: LinkHosts;
  faults: readonly string[];
} {
  const entries = (text ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const hosts = entries.filter(isLinkHost);
  const faults = entries.filter((entry) => !isLinkHost(entry));
  return { hosts: hosts.length > 0 ? hosts : DEFAULT_LINK_HOSTS, faults };
}

function isLinkHost(entry: string): boolean {
  const domain = entry.replace(/^\*\./, '');
  return isLoopbackHost(entry) || (DOMAIN.test(domain) && !PUBLIC_SUFFIX.test(domain));
}

/**
 * The check that every link must pass before a window navigates to it. It must be a string of printable ASCII with
 * `https:`, a listed host, and neither user info nor port; a loopback host listed by name may have `http:` and any port.
 * The host must be spelled exactly as the browser parses it, which excludes encoded, numeric and empty parts.
 *
 * @example
 * const url = checkLink(payload.kycLink, ['*.signzy.tech']);
 * if (url) location.assign(url.href);
 *
 * @returns the URL (navigate to its `href`, never to the original text), or null. Never throws and never quotes its input.
 */
export function checkLink(value: unknown, hosts: LinkHosts): URL | null {
  if (typeof value !== 'string' || !PLAIN_LINK.test(value)) return null;
  const url = parseUrl(value);
  if (!url) return null;
  const host = url.hostname;
  const [, , authority = ''] = value.toLowerCase().split(/[/?#]/, 3);
  if (isLoopbackHost(host))
    return hosts.includes(host) && authority.replace(/:\d+$/, '') === host ? url : null;
  const isListed = DOMAIN.test(host) && hosts.some((pattern) => matchesHost(pattern, host));
  return isListed && authority === host && url.protocol === 'https:' ? url : null;
}

function matchesHost(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && `.${host}`.endsWith(pattern.slice(1)));
}
