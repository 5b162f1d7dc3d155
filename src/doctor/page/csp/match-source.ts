const HOST_SOURCE =
  /^(?:([a-z][\w+.-]*):\/\/)?(\*|(?:\*\.)?[\w.-]+|\[[\da-f:.]+\])(?::(\d+|\*))?(\/[^?#]*)?$/i;

/**
 * Whether a source expression of a Content Security Policy matches a URL, for a page of the origin `self`. Keywords other
 * than `'self'`, nonces and hashes match no URL.
 */
export function matchesSource(source: string, url: URL, self: URL): boolean {
  if (source === '*') return /^(?:https?|wss?):$/.test(url.protocol) || url.protocol === self.protocol;
  if (source.toLowerCase() === "'self'")
    return url.origin === self.origin || (url.host === self.host && isUpgrade(self.protocol, url.protocol));
  if (/^[a-z][\w+.-]*:$/i.test(source)) return matchesScheme(source.toLowerCase(), url);
  const [, scheme, host, port, path] = HOST_SOURCE.exec(source) ?? [];
  return (
    host !== undefined &&
    matchesScheme(scheme === undefined ? self.protocol : `${scheme.toLowerCase()}:`, url) &&
    matchesHost(host.toLowerCase(), url.hostname) &&
    matchesPort(port, url) &&
    matchesPath(path, url)
  );
}

/** The host of a host source, `*.` included; null for any other source. */
export const hostOfSource = (source: string): string | null => {
  const host = HOST_SOURCE.exec(source)?.[2]?.toLowerCase();
  return host === undefined || host === '*' ? null : host;
};

const isUpgrade = (from: string, to: string) => from === 'http:' && to === 'https:';

const matchesScheme = (scheme: string, { protocol }: URL) =>
  scheme === protocol || isUpgrade(scheme, protocol);

/** `*.x` is every subdomain of x, but not x itself. */
const matchesHost = (pattern: string, host: string) =>
  pattern === '*' || pattern === host || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)));

function matchesPort(port: string | undefined, { protocol, port: actual }: URL): boolean {
  if (port === undefined) return actual === '';
  if (port === '*') return true;
  const effective = actual === '' ? (protocol === 'https:' ? '443' : '80') : actual;
  return port === effective || (port === '80' && effective === '443');
}

function matchesPath(path: string | undefined, { pathname }: URL): boolean {
  if (path === undefined) return true;
  const allowed = decoded(path);
  return allowed.endsWith('/') ? decoded(pathname).startsWith(allowed) : decoded(pathname) === allowed;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
