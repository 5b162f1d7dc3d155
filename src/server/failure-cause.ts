/**
 * Why a call to EnKash or to its token endpoint failed: a closed list, without any text of an error, which could hold a
 * secret. Each has the advice that is printed in development.
 */
export const ADVICE_OF_CAUSE = {
  refused: 'The connection was refused. Is the host right, and does your firewall allow it?',
  dns: 'The name of the host was not found. Is the host of the URL right?',
  tls: 'The TLS certificate was not accepted. Is a company proxy in between, whose CA Node has to know?',
  reset: 'The connection broke off before the answer was complete.',
  timeout: 'There was no complete answer in time. See enkash.timeoutMs.',
  network: 'The request could not be sent, for a reason that has no name here.',
  'token-failed': 'The function enkash.token failed. See the "token" event before this one.',
  'token-unusable':
    'The token is not 1 to 8,192 printable ASCII characters without spaces. Give it without "Bearer ".',
  'token-rejected':
    'EnKash refused a token that was just fetched. Do token, baseUrl and partnerId belong together?',
  'credentials-refused':
    'The token endpoint refused the credentials. Two refusals in a row stop further tries for an hour.',
  'token-held':
    'No token was requested, since the credentials were refused twice and a third refusal may lock the account.',
  forbidden: 'EnKash answered 403 for one card. Is it a card of this partner?',
  'wrong-url': 'EnKash answers 404 for every card. Are baseUrl and statusUrl right?',
  'rate-limited': 'EnKash asks for fewer calls (429).',
  'server-error': 'EnKash answered 5xx.',
  'unexpected-status': 'The status is none that EnKash documents. A redirect is not followed.',
  'not-json': 'The answer is not JSON, or too large. Is the URL right, or is a proxy in between?',
  'wrong-shape': 'The JSON is not the documented answer.',
  'not-eligible': 'EnKash has no video KYC for this card now (404 or 422).',
  'wrong-customer': 'EnKash answered about another card.',
  'wrong-link': 'The link is missing, or on a host that allowedLinkHosts does not have.',
  'internal-error': 'An option that is a function threw, or gave a value that it may not give.',
} as const;

/** Why a call failed. */
export type FailureCause = keyof typeof ADVICE_OF_CAUSE;

/** Words in the codes and messages of Node, Bun, Deno and workerd. The first match counts. */
const NETWORK_CAUSES: readonly (readonly [RegExp, FailureCause])[] = [
  [/ENOTFOUND|EAI_|\bdns\b|getaddrinfo/i, 'dns'],
  [/refused/i, 'refused'],
  [/cert|\btls\b|\bssl\b|ERR_TLS|ERR_SSL|EPROTO|altname|self.?signed|issuer|UNABLE_TO|handshake/i, 'tls'],
  [/time.?d?.?out/i, 'timeout'],
  [/reset|EPIPE|UND_ERR_SOCKET|other side closed|terminated|hang up|ConnectionClosed|premature/i, 'reset'],
];

/** Errors name their reason in themselves or in their `cause`, which may have one in turn. */
const MAX_DEPTH = 4;

/** The cause of an error of `fetch`. Nothing of its text is kept. */
export function causeOfNetworkError(error: unknown): FailureCause {
  const text = textOf(error, MAX_DEPTH);
  return NETWORK_CAUSES.find(([words]) => words.test(text))?.[1] ?? 'network';
}

function textOf(error: unknown, depth: number): string {
  if (depth === 0 || !(error instanceof Error)) return '';
  const code = 'code' in error ? String(error.code) : '';
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return `${code} ${error.name} ${error.message} ${textOf(inner, depth - 1)}`;
}
