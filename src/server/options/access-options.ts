import { DEFAULT_LINK_HOSTS, parseLinkHosts, type LinkHosts } from '../../link/check-link.js';
import type { VkycBackendOptions } from './backend-options.js';
import { isWholeNumber, requireOption } from './checks.js';
import { listFrom, numberFrom, unlessEmpty } from './from-environment.js';

/** The checked options that say which links, origins and request rates are allowed. */
export interface AccessSettings {
  readonly linkHosts: LinkHosts;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly rateLimit: number | false;
}

/**
 * Checks `allowedLinkHosts`, `allowedOrigins` and `rateLimit`.
 * @throws TypeError as `parseOptions()` does
 */
export function parseAccessOptions({
  allowedLinkHosts,
  allowedOrigins = [],
  ...options
}: Pick<VkycBackendOptions, 'allowedLinkHosts' | 'allowedOrigins' | 'rateLimit'>): AccessSettings {
  const rateLimit = options.rateLimit === 'false' ? false : numberFrom(options.rateLimit, 30);
  requireOption(
    rateLimit === false || isWholeNumber(rateLimit, 1, 1_000_000),
    'rateLimit',
    'a whole number of requests a minute from 1, or false',
    rateLimit,
  );
  return {
    linkHosts: parseAllowedLinkHosts(unlessEmpty(allowedLinkHosts)),
    allowedOrigins: parseOrigins(listFrom(allowedOrigins)),
    rateLimit,
  };
}

function parseAllowedLinkHosts(allowed: VkycBackendOptions['allowedLinkHosts']): LinkHosts {
  if (allowed === undefined) return DEFAULT_LINK_HOSTS;
  requireOption(
    typeof allowed === 'string' ||
      (Array.isArray(allowed) && allowed.every((host) => typeof host === 'string')),
    'allowedLinkHosts',
    'a string or an array of hosts',
    allowed,
  );
  const { hosts, faults } = parseLinkHosts(typeof allowed === 'string' ? allowed : allowed.join(' '));
  requireOption(
    faults.length === 0 && allowed.length > 0,
    'allowedLinkHosts',
    'hosts such as "vkyc.example.com" or "*.example.com", without scheme, port or path',
    allowed,
  );
  return hosts;
}

function parseOrigins(value: unknown): ReadonlySet<string> {
  const expected = 'exact origins such as "https://shop.example", without a slash at the end';
  requireOption(Array.isArray(value), 'allowedOrigins', expected, value);
  const origins: readonly unknown[] = value;
  return new Set(
    origins.map((origin) => {
      requireOption(
        typeof origin === 'string' &&
          /^https?:/.test(origin) &&
          URL.canParse(origin) &&
          new URL(origin).origin === origin,
        'allowedOrigins',
        expected,
        origin,
      );
      return origin;
    }),
  );
}
