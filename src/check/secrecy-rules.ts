import { isObject } from '../protocol/json-object.js';
import { isLoopbackHost } from '../protocol/loopback.js';
import type { Answer } from './exchange.js';
import type { ProbeRun } from './probe-run.js';
import { cardIdOf } from './read-exchange.js';
import { personalData } from './personal-data.js';
import { broken, each, PASS, type Outcome, type Rule } from './rule.js';
import { quoted, secretsOf } from './secrets.js';
import { decodedParts } from './session-token.js';

/** Names of members and headers that hold a card id, or a partner id, a token or a password. */
const NAMES_CARD = /card_?-?id/i;
const NAMES_SECRET =
  /^(?:auth|bearer|id|jwt|oauth)?_?-?token$|^bearer$|partner_?-?id|(?:access|refresh)_?-?token|authorization|password|secret|api_?-?key/i;

/** The form of EnKash's documented card id, and of a token after its scheme. */
const CARD_ID = /\bEKC[A-Z0-9]{5,13}\b/;
const TOKEN = /\b(?:bearer|basic) [\w.~+/=-]{16}/i;

/** Parts of stack traces of common languages, in plain text, in HTML and inside JSON. */
const TRACES = [
  'Traceback (most recent call last)',
  'Exception in thread',
  'Stack trace:',
  'SQLSTATE[',
  '&nbsp;at ',
  'java.lang.',
  'org.springframework',
  'System.NullReferenceException',
  'panic: ',
  'goroutine ',
  'runtime error:',
  'node_modules/',
  '.php on line ',
  'error in your SQL syntax',
  'syntax error at or near',
  'ORA-0',
  'Duplicate entry ',
  'duplicate key value violates',
  'no such table',
  ...['\n', '\\n'].flatMap((line) => ['    at ', '\tat ', '\\tat '].map((at) => line + at)),
];

/** Services in front of a backend whose `Server` header the partner cannot change. */
const FIXED_SERVERS =
  /^(?:awselb|cloudfront|cloudflare|akamai|google|gws|gse|ats|ecs|microsoft-azure|varnish|fly|vercel)/i;

/** Depth to which a body is searched. */
const MAX_DEPTH = 8;

/** Checks every answer. */
const eachAnswer = ({ exchanges }: ProbeRun, faultOf: (answer: Answer) => string | false): Outcome =>
  each(exchanges, ({ answer }) => answer !== null && faultOf(answer));

/** Rules about secrets in URLs, caches, other sites, headers and errors. */
export const SECRECY_RULES: readonly Rule[] = [
  {
    id: 'https',
    level: 'critical',
    expected: 'The endpoint is https, or on this computer.',
    fix: 'Serve it over https: otherwise the link and the session can be read in transit.',
    test: ({ endpoint }) => {
      const { protocol, hostname } = new URL(endpoint);
      return protocol === 'https:' || isLoopbackHost(hostname) ? PASS : broken('It is http.');
    },
  },
  {
    id: 'card-id-in-url',
    level: 'critical',
    expected: 'The URL contains no card id and no token.',
    fix: 'Put a random or encrypted session into the path: URLs end up in logs, histories and analytics.',
    test: ({ endpoint, exchanges }) => {
      const { pathname, search, searchParams } = new URL(endpoint);
      const names = [...searchParams.keys()];
      const cards = exchanges.flatMap((exchange) => cardIdOf(exchange) ?? []);
      const texts = [pathname + search, ...decodedParts(endpoint)];
      const holdsCard = texts.some((text) => CARD_ID.test(text) || cards.some((card) => text.includes(card)));
      if (holdsCard || names.some((name) => NAMES_CARD.test(name))) return broken('It contains a card id.');
      return names.some((name) => NAMES_SECRET.test(name)) ? broken('It names a secret.') : PASS;
    },
  },
  {
    id: 'no-store',
    level: 'critical',
    expected: 'Every answer has Cache-Control: no-store, and none comes from a cache.',
    fix: 'Send Cache-Control: no-store with every answer, errors included, and exclude this path from CDNs.',
    test: (run) =>
      eachAnswer(run, ({ headers }) => {
        const policy = headers.get('cache-control');
        if (!/\bno-store\b/i.test(policy ?? '')) return quoted('Cache-Control', policy);
        const isCached = /\bhit\b/i.test(headers.get('x-cache') ?? headers.get('cf-cache-status') ?? '');
        return (isCached || Number(headers.get('age') ?? 0) > 0) && 'It came from a cache';
      }),
  },
  {
    id: 'cors',
    level: 'critical',
    expected:
      'No other site can read an answer: no Access-Control-Allow-Origin for *, null or an unknown origin.',
    fix: 'Send Access-Control-Allow-Origin only for origins that match an entry of your list exactly.',
    test: ({ exchanges }) =>
      each(exchanges, ({ headers: sent, answer }) => {
        const allowed = answer?.headers.get('access-control-allow-origin');
        if (allowed === '*' || allowed === 'null') return `Access-Control-Allow-Origin: ${allowed}`;
        const isReflected = allowed !== null && allowed !== undefined && allowed === sent?.['Origin'];
        return isReflected && 'Access-Control-Allow-Origin repeats any Origin';
      }),
  },
  {
    id: 'leaked-headers',
    level: 'critical',
    expected: 'No header contains a token, a card id, a link or your partner id.',
    fix: 'Set the headers of the answer yourself; never pass on those of EnKash or of the request.',
    test: (run) => {
      const secrets = secretsOf(run);
      const leaks = (name: string, value: string) =>
        NAMES_CARD.test(name) ||
        NAMES_SECRET.test(name) ||
        TOKEN.test(value) ||
        secrets.some((secret) => value.includes(secret));
      return eachAnswer(run, ({ headers }) => {
        const given = Object.values(run.headers);
        const leaking = [...headers].find(([name, value]) =>
          // A renewed cookie may be the one that was sent.
          name === 'set-cookie'
            ? CARD_ID.test(value) || secrets.some((text) => value.includes(text) && !given.includes(text))
            : leaks(name, value),
        );
        return leaking !== undefined && `A secret in the header ${leaking[0]}`;
      });
    },
  },
  {
    id: 'leaked-body',
    level: 'critical',
    expected: 'No body contains a token, a password, your partner id or a header of the request.',
    fix: "Pass on EnKash's payload of the VKYC call and nothing else.",
    test: (run) => {
      const given = Object.values(run.headers).filter(({ length }) => length >= 6);
      return eachAnswer(run, ({ text, json }) => {
        if (namesSecret(json, MAX_DEPTH)) return 'A member that names a secret';
        if (TOKEN.test(text)) return 'A token';
        return given.some((value) => text.includes(value)) && 'The value of a header of the request';
      });
    },
  },
  {
    id: 'leaked-error',
    level: 'critical',
    expected: "No error contains a card id, a link or EnKash's own message.",
    fix: "Answer errors with a code of your own, and keep EnKash's message in your log.",
    test: (run) =>
      eachAnswer(run, ({ status, text, json }) => {
        if (status < 400) return false;
        const isLeaking = secretsOf(run).some((secret) => text.includes(secret)) || CARD_ID.test(text);
        return isLeaking ? 'A card id or a link' : isEnkashEnvelope(json) && "EnKash's own message";
      }),
  },
  {
    id: 'personal-data',
    level: 'critical',
    expected: 'No body contains personal data, such as a name, a PAN, a phone number or an e-mail address.',
    fix: 'Pass on the status and the link alone. The button needs nothing else, and shows nothing else.',
    test: (run) => eachAnswer(run, ({ json }) => personalData(json, MAX_DEPTH) ?? false),
  },
  {
    id: 'stack-trace',
    level: 'critical',
    expected: 'No answer contains a stack trace.',
    fix: 'Disable debug pages; log the error and answer with a code.',
    test: (run) =>
      eachAnswer(run, ({ text }) => TRACES.some((trace) => text.includes(trace)) && 'A stack trace'),
  },
  {
    id: 'server-version',
    level: 'fail',
    isRefinement: true,
    expected: 'No header names the software and its version.',
    fix: 'Remove X-Powered-By, and the version from Server: they help an attacker.',
    test: (run) =>
      eachAnswer(run, ({ headers }) => {
        if (headers.has('x-powered-by')) return 'X-Powered-By';
        const server = headers.get('server') ?? '';
        return /\d/.test(server) && !FIXED_SERVERS.test(server) && 'Server with a version';
      }),
  },
  {
    id: 'nosniff',
    level: 'fail',
    isRefinement: true,
    expected: 'Every answer with a body has X-Content-Type-Options: nosniff.',
    fix: 'Send X-Content-Type-Options: nosniff, so that no browser renders JSON as a page.',
    test: (run) =>
      eachAnswer(
        run,
        ({ headers, text }) =>
          text !== '' && headers.get('x-content-type-options')?.toLowerCase() !== 'nosniff' && 'Without it',
      ),
  },
];

/** A card id does not count: EnKash's own payload has one, which a backend may pass on. */
function namesSecret(value: unknown, depth: number): boolean {
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.some((member) => namesSecret(member, depth - 1));
  return Object.entries(isObject(value) ? value : {}).some(
    ([name, member]) => NAMES_SECRET.test(name) || namesSecret(member, depth - 1),
  );
}

/** EnKash's envelope of a failure, which a backend must not pass on. */
const isEnkashEnvelope = (json: unknown) =>
  isObject(json) && typeof json['code'] === 'number' && 'message' in json && 'payload' in json;
