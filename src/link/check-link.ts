import { isLoopbackHost } from '../protocol/loopback.js';

/** Hosts that a link may have: `x` is that host alone, `*.x` is `x` and any depth under it; all in lower case. */
export type LinkHosts = readonly string[];

/** Signzy's own domains, as seen in EnKash's sample link and in Signzy's documentation. */
export const DEFAULT_LINK_HOSTS: LinkHosts = ['*.signzy.tech', '*.signzy.app'];

/** A domain name of two labels or more; a number at its end would make it an IP address. */
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.)+(?!\d+$)[a-z0-9-]{2,63}$/;

/** Names under which strangers register, such as `co.in`. One-label ones are no DOMAIN at all. */
const SHARED_SUFFIX = /^(?:ac|co|com|edu|firm|gen|gov|ind|net|nic|org|res)\.[a-z]{2}$/;

/** Printable ASCII but the backslash, which URL parsers read as a slash; 2,048 characters at most. */
const PLAIN_LINK = /^https?:\/\/[!-[\]-~]{1,2040}$/;

/**
 * Reads the `allowed-link-hosts` setting: hosts separated by spaces or commas.
 *
 * @returns the hosts (the default ones if none is usable), and as `faults` each entry that is none and was left out
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
  return isLoopbackHost(entry) || (DOMAIN.test(domain) && !SHARED_SUFFIX.test(domain));
}

/**
 * The one gate a link passes before a window goes there. It must be a string of printable ASCII, `https:` on a listed
 * host, with no user-info and no port; a loopback host listed by name may have `http:` and any port. The host must be
 * written as the browser reads it, so no encoded, numeric or empty part slips through.
 *
 * @returns the URL (navigate to its `href`, never to the text that came), or null. Never throws and names no input.
 */
export function checkLink(value: unknown, hosts: LinkHosts): URL | null {
  // The error of `new URL` holds its input, so it must not come about.
  if (typeof value !== 'string' || !PLAIN_LINK.test(value) || !URL.canParse(value)) return null;
  const url = new URL(value);
  const host = url.hostname;
  const [, , written = ''] = value.toLowerCase().split(/[/?#]/, 3);
  if (isLoopbackHost(host)) return hosts.includes(host) && written.replace(/:\d+$/, '') === host ? url : null;
  const listed = DOMAIN.test(host) && hosts.some((pattern) => covers(pattern, host));
  return listed && written === host && url.protocol === 'https:' ? url : null;
}

function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && `.${host}`.endsWith(pattern.slice(1)));
}
