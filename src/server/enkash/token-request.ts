import { JSON_MEDIA_TYPE } from '../../protocol/media-type.js';
import { Secret } from '../crypto/secret.js';
import { isHeaderSafe, isText, isUpstreamUrl, requireOption, requireOptions } from '../options/checks.js';

/**
 * Credentials of EnKash's OAuth password grant, all of them given to the partner by EnKash. Types allow `undefined`, as
 * `process.env` gives it; a missing value is refused at start-up.
 */
export interface PasswordTokenOptions {
  /** EnKash's token endpoint, for example `https://ekpayout-uat.enkash.in/oauth/token`. */
  readonly tokenUrl: string | undefined;
  readonly clientId: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** User and password of the `Authorization: Basic` header. */
  readonly basic?: { readonly user: string | undefined; readonly password: string | undefined } | undefined;
  /** The whole `Authorization` header, if EnKash gave it ready-made; instead of `basic`. */
  readonly authorization?: string | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** The current time in epoch milliseconds; `Date.now` by default. */
  readonly now?: (() => number) | undefined;
}

/** The request, and the credentials in it. */
export interface TokenRequest {
  readonly url: string;
  readonly init: RequestInit;
  readonly identity: Secret;
}

/**
 * Makes the request of the password grant.
 * @throws TypeError when an option is missing or invalid; its message contains no credential
 */
export function tokenRequest(options: PasswordTokenOptions): TokenRequest {
  const { tokenUrl, clientId, username, password, basic, authorization } = options;
  requireOption(isUpstreamUrl(tokenUrl), 'tokenUrl', 'the https URL of the token endpoint', tokenUrl);
  requireOption(isText(clientId), 'clientId', 'the text EnKash gave you', clientId);
  requireOption(isText(username), 'username', 'the text EnKash gave you', username);
  requireOption(isText(password), 'password', 'the text EnKash gave you', password);
  requireOption(
    !(basic && authorization),
    'authorization',
    'either this or "basic", not both',
    authorization,
  );
  const header = basic ? basicHeader(basic) : authorization;
  requireOption(
    header === undefined || (isText(header) && header.split(' ').every(isHeaderSafe)),
    'authorization',
    'a header value of printable ASCII such as "Basic …", without line breaks',
    authorization,
  );
  const init = {
    method: 'POST',
    headers: {
      Accept: JSON_MEDIA_TYPE,
      ...(header !== undefined && { Authorization: header }),
    },
    body: new URLSearchParams({ grant_type: 'password', clientId, username, password }),
  };
  const identity = new Secret(JSON.stringify([tokenUrl, clientId, username, password, header]));
  return { url: tokenUrl, init, identity };
}

function basicHeader(basic: NonNullable<PasswordTokenOptions['basic']>): string {
  requireOptions(basic, 'basic', ['user', 'password']);
  const { user, password } = basic;
  requireOption(isText(user) && !user.includes(':'), 'basic.user', 'a text without a colon', user);
  requireOption(isText(password), 'basic.password', 'the text EnKash gave you', password);
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;
}
