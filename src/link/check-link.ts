/** Hosts that a link may have: `x` is that host alone, `*.x` is `x` and any depth under it; all in lower case. */
export type LinkHosts = readonly string[];

/** Signzy's own domains, as seen in EnKash's sample link and in Signzy's documentation. */
export const DEFAULT_LINK_HOSTS: LinkHosts = ['*.signzy.tech', '*.signzy.app'];

const LOOPBACK: LinkHosts = ['localhost', '127.0.0.1', '[::1]'];

/** A domain name of two labels or more; a number at its end would make it an IP address. */
const DOMAIN = /^(?:[a-z0-9-]{1,63}\.)+(?!\d+$)[a-z0-9-]{2,63}$/;

/** Names under which strangers register, such as `co.in`. One-label ones are no DOMAIN at all. */
const SHARED_SUFFIX = /^(?:ac|co|com|edu|firm|gen|gov|ind|net|nic|org|res)\.[a-z]{2}$/;

/** Printable ASCII but the backslash, which URL parsers read as a slash; 2,048 characters at most. */
const PLAIN_TEXT = /^[!-[\]-~]{1,2048}$/;

/**
 * Reads the `allowed-link-hosts` setting: hosts separated by spaces or commas. What is no host is left out.
 *
 * @returns the hosts (the default ones if none is usable) and one sentence for each entry that was left out
 */
export function parseLinkHosts(text: string | null | undefined): {
  hosts: LinkHosts;
  faults: readonly string[];
} {
  const hosts: string[] = [];
  const faults: string[] = [];
  for (const entry of (text ?? '').toLowerCase().split(/[\s,]+/)) {
    if (entry === '') continue;
    if (isLinkHost(entry)) hosts.push(entry);
    else {
      faults.push(
        `allowed-link-hosts: expected a host such as "vkyc.example.com" or "*.example.com", ` +
          `received "${entry.slice(0, 80)}". Leave out scheme, port and path, and list no suffix as wide as "*.com".`,
      );
    }
  }
  return { hosts: hosts.length > 0 ? hosts : DEFAULT_LINK_HOSTS, faults };
}

function isLinkHost(entry: string): boolean {
  const domain = entry.startsWith('*.') ? entry.slice(2) : entry;
  return LOOPBACK.includes(entry) || (DOMAIN.test(domain) && !SHARED_SUFFIX.test(domain));
}

/**
 * The one gate a link passes before a window goes there. It must be a string of printable ASCII, `https:` on a listed
 * host, with no user-info and no port; a loopback host listed by name may have `http:` and any port. The host must be
 * written as the browser reads it, so no encoded, numeric or empty part slips through.
 *
 * @returns the URL (navigate to its `href`, never to the text that came), or null. Never throws and names no input.
 */
export function checkLink(value: unknown, hosts: LinkHosts): URL | null {
  if (typeof value !== 'string' || !PLAIN_TEXT.test(value) || !/^https?:\/\//.test(value)) return null;
  const url = parseUrl(value);
  if (!url) return null;

  const host = url.hostname;
  const written = value.split(/[/?#]/, 3)[2]?.toLowerCase() ?? '';
  if (LOOPBACK.includes(host)) {
    return hosts.includes(host) && written.replace(/:\d+$/, '') === host ? url : null;
  }
  const listed = DOMAIN.test(host) && hosts.some((pattern) => covers(pattern, host));
  return listed && written === host && url.protocol === 'https:' ? url : null;
}

function covers(pattern: string, host: string): boolean {
  return pattern === host || (pattern.startsWith('*.') && `.${host}`.endsWith(pattern.slice(1)));
}

/** `URL.parse` is too young, and the error of `new URL` holds its input: it ends here. */
function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
