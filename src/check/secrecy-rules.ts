import { isRecord } from '../session/session-answer.js';
import { cardIdOf } from './answer-reading.js';
import type { Answer } from './exchange.js';
import { broken, each, PASS, type Outcome, type Rule } from './rule.js';
import { quoted, secretsOf } from './secrets.js';
import type { Survey } from './probe-run.js';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Parts of names under which a card id travels, and a partner's id, a token or a password. */
const NAMES_CARD = /card_?-?id/i;
const NAMES_SECRET = /partner_?-?id|(?:access|refresh)_?-?token|authorization|password|secret|api_?-?key/i;

/** What EnKash's documented card id looks like, and a token after its scheme. */
const CARD_ID = /\bEKC[A-Z0-9]{5,13}\b/;
const TOKEN = /\b(?:bearer|basic) [\w.~+/=-]{16}/i;

/** What stack traces of common languages begin or go on with, in plain text, in HTML and inside JSON. */
const TRACES = [
  'Traceback (most recent call last)',
  'Exception in thread',
  'Stack trace:',
  'SQLSTATE[',
  '&nbsp;at ',
  ...['\n', '\\n'].flatMap((line) => ['    at ', '\tat ', '\\tat '].map((at) => line + at)),
];

/** How deep a body is looked through. */
const MAX_DEPTH = 8;

/** Holds every answer, whatever it answered, against one thing. */
const everywhere = ({ exchanges }: Survey, faultOf: (answer: Answer) => string | false): Outcome =>
  each(exchanges, ({ answer }) => answer !== null && faultOf(answer));

/** What must stay out of URLs, caches, other sites, headers and errors. */
export const SECRECY_RULES: readonly Rule[] = [
  {
    id: 'https',
    level: 'critical',
    expected: 'The endpoint is https, or on this very computer.',
    fix: 'Serve it over https: otherwise the link and the session can be read on the way.',
    test: ({ endpoint }) => {
      const { protocol, hostname } = new URL(endpoint);
      return protocol === 'https:' || LOOPBACK.has(hostname) ? PASS : broken('It is http.');
    },
  },
  {
    id: 'card-id-in-url',
    level: 'critical',
    expected: 'The URL holds no card id, and no token under its name.',
    fix: 'Put a random or encrypted session into the path: URLs end up in logs, histories and analytics.',
    test: ({ endpoint, exchanges }) => {
      const { pathname, search, searchParams } = new URL(endpoint);
      const names = [...searchParams.keys()];
      const cards = exchanges.flatMap((exchange) => cardIdOf(exchange) ?? []);
      const holdsCard = CARD_ID.test(pathname + search) || cards.some((card) => endpoint.includes(card));
      if (holdsCard || names.some((name) => NAMES_CARD.test(name))) return broken('It holds a card id.');
      return names.some((name) => NAMES_SECRET.test(name)) ? broken('It names a secret.') : PASS;
    },
  },
  {
    id: 'no-store',
    level: 'critical',
    expected: 'Every answer says Cache-Control: no-store, and none came from a cache.',
    fix: 'Send Cache-Control: no-store with every answer, errors included, and keep CDNs off this path.',
    test: (survey) =>
      everywhere(survey, ({ headers }) => {
        const policy = headers.get('cache-control');
        if (!/\bno-store\b/i.test(policy ?? '')) return quoted('Cache-Control', policy);
        const cached = /\bhit\b/i.test(headers.get('x-cache') ?? headers.get('cf-cache-status') ?? '');
        return (cached || Number(headers.get('age') ?? 0) > 0) && 'It came from a cache';
      }),
  },
  {
    id: 'cors',
    level: 'critical',
    expected:
      'No answer lets another site read it: no Access-Control-Allow-Origin for *, null or a stranger.',
    fix: 'Send Access-Control-Allow-Origin only for origins that are, letter by letter, on a list of yours.',
    test: ({ exchanges }) =>
      each(exchanges, ({ headers: sent, answer }) => {
        const allowed = answer?.headers.get('access-control-allow-origin');
        if (allowed === '*' || allowed === 'null') return `Access-Control-Allow-Origin: ${allowed}`;
        const isReflected = allowed !== null && allowed !== undefined && allowed === sent?.['Origin'];
        return isReflected && 'Access-Control-Allow-Origin repeats whatever Origin came';
      }),
  },
  {
    id: 'leaked-headers',
    level: 'critical',
    expected: 'No header carries a token, a card id, a link or your partner id.',
    fix: "Build the answer's headers anew; never pass on EnKash's or the request's.",
    test: (survey) => {
      const secrets = secretsOf(survey);
      const leaks = (name: string, value: string) =>
        NAMES_CARD.test(name) ||
        NAMES_SECRET.test(name) ||
        TOKEN.test(value) ||
        secrets.some((secret) => value.includes(secret));
      return everywhere(survey, ({ headers }) => {
        const leaking = [...headers].find(([name, value]) => name !== 'set-cookie' && leaks(name, value));
        return leaking !== undefined && `A secret in the header ${leaking[0]}`;
      });
    },
  },
  {
    id: 'leaked-body',
    level: 'critical',
    expected: 'No body carries a token, a password, your partner id or a header of the request.',
    fix: "Pass on EnKash's payload of the VKYC call and nothing else.",
    test: (survey) => {
      const given = Object.values(survey.headers).filter(({ length }) => length >= 6);
      return everywhere(survey, ({ text, json }) => {
        if (namesSecret(json, MAX_DEPTH)) return 'A member that names a secret';
        if (TOKEN.test(text)) return 'A token';
        return given.some((value) => text.includes(value)) && 'The value of a header that was sent';
      });
    },
  },
  {
    id: 'leaked-error',
    level: 'critical',
    expected: 'No error carries a card id or a link.',
    fix: "Answer errors with a code of your own; log EnKash's words on your side.",
    test: (survey) =>
      everywhere(survey, ({ status, text }) => {
        if (status < 400) return false;
        const isLeaking = secretsOf(survey).some((secret) => text.includes(secret)) || CARD_ID.test(text);
        return isLeaking && 'A card id or a link';
      }),
  },
  {
    id: 'stack-trace',
    level: 'critical',
    expected: 'No answer shows how the backend is built.',
    fix: 'Turn off debug pages; log the error on your side and answer with a code.',
    test: (survey) =>
      everywhere(survey, ({ text }) => TRACES.some((trace) => text.includes(trace)) && 'A stack trace'),
  },
  {
    id: 'server-version',
    level: 'fail',
    expected: 'No header tells which software runs in which version.',
    fix: 'Remove X-Powered-By, and the version from Server: they save an attacker time.',
    test: (survey) =>
      everywhere(survey, ({ headers }) => {
        if (headers.has('x-powered-by')) return 'X-Powered-By';
        return /\d/.test(headers.get('server') ?? '') && 'Server with a version';
      }),
  },
  {
    id: 'nosniff',
    level: 'fail',
    expected: 'Every answer with a body says X-Content-Type-Options: nosniff.',
    fix: 'Send X-Content-Type-Options: nosniff, so that no browser takes JSON for a page.',
    test: (survey) =>
      everywhere(
        survey,
        ({ headers, text }) =>
          text !== '' && headers.get('x-content-type-options')?.toLowerCase() !== 'nosniff' && 'Without it',
      ),
  },
];

/** A card id is left alone: EnKash's own payload has one, which a backend may pass on. */
function namesSecret(value: unknown, depth: number): boolean {
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.some((member) => namesSecret(member, depth - 1));
  return Object.entries(isRecord(value) ? value : {}).some(
    ([name, member]) => NAMES_SECRET.test(name) || namesSecret(member, depth - 1),
  );
}
