import { checkLink } from '../link/check-link.js';
import { isObject, ownFields } from '../protocol/json-object.js';
import { isJsonType } from '../protocol/media-type.js';
import { readSessionAnswer } from '../protocol/session-answer.js';
import { parseEnumModel } from '../status/parse-enum-model.js';
import type { Exchange } from './exchange.js';
import { exchangesFor, type ProbeRun } from './probe-run.js';
import { isOk, linkOf, outcomeOf, parsed, sessionOf, statusOf } from './read-exchange.js';
import { broken, each, NEEDS_MINT, PASS, skipped, type Outcome, type Rule } from './rule.js';
import { quoted } from './secrets.js';
import { readableClaims } from './session-token.js';

const SLOW_MS = 5_000;
const CLOCK_TOLERANCE_MS = 300_000;

/** A session is a password in a URL. */
const LONGEST_SESSION_MS = 86_400_000;

/** Statuses of a method that the backend does not offer: the element then uses the other one. */
const NOT_OFFERED = new Set<unknown>([404, 405, 501]);

const ownExchanges = (run: ProbeRun) => [...exchangesFor(run, 'status'), ...exchangesFor(run, 'click')];

/** Checks each 2xx answer to the element's own requests. */
function each200(run: ProbeRun, faultOf: (exchange: Exchange) => string | false): Outcome {
  const ok = ownExchanges(run).filter(isOk);
  return ok.length === 0 ? skipped('No answer had the status 200.') : each(ok, faultOf);
}

/** Rules about the answers to the element's own requests. */
export const ANSWER_RULES: readonly Rule[] = [
  {
    id: 'answers',
    level: 'fail',
    expected:
      'GET and POST are answered with 200, with 409 while EnKash is closed, with 405 if you do not offer the method.',
    fix: 'Answer GET with the status of the customer, POST with a link. After 401, 403 or 410 try a new session first.',
    test: (run) => {
      const answers = ownExchanges(run);
      const isValid = (exchange: Exchange) => isOk(exchange) || statusOf(exchange) === 409;
      const invalid = answers.filter(
        (exchange) => !isValid(exchange) && !NOT_OFFERED.has(statusOf(exchange)),
      );
      if (invalid.length > 0) return each(invalid, outcomeOf);
      if (answers.some(isValid)) return PASS;
      return answers.length > 1
        ? each(answers, outcomeOf)
        : skipped('GET is not offered; POST needs --mint.');
    },
  },
  {
    id: 'json',
    level: 'fail',
    expected: 'A 200 is JSON with Content-Type: application/json.',
    fix: 'Send Content-Type: application/json and only JSON. A sign-in page must be a 401.',
    test: (run) =>
      each200(run, ({ answer }) => {
        if (!answer) return false;
        const { headers, json, isTooLarge } = answer;
        if (!isJsonType(headers)) return quoted('Content-Type', headers.get('content-type'));
        return json === undefined && !isTooLarge && 'A body that is not JSON';
      }),
  },
  {
    id: 'size',
    level: 'fail',
    expected: 'An answer has 64 KiB at most, counted after decompression.',
    fix: "Send only EnKash's reply and session.",
    test: ({ exchanges }) =>
      each(exchanges, ({ answer }) => (answer?.isTooLarge ?? false) && 'More than that'),
  },
  {
    id: 'envelope',
    level: 'fail',
    expected: "The JSON is EnKash's envelope with code 0, or its payload: kycStatus, kycSubStatus, kycLink.",
    fix: "Pass EnKash's reply on unchanged. Where EnKash refused, answer with an HTTP error.",
    test: (run) =>
      each200(run, ({ answer }) => {
        if (answer?.json === undefined) return false;
        const read = readSessionAnswer(answer.json);
        if (read === 'enkash_error') return 'A code other than 0';
        if (read === 'invalid_response') return 'None of these';
        return unreadableStatus(answer.json) ?? false;
      }),
  },
  {
    id: 'session',
    level: 'fail',
    expected:
      'The members of session are readable: times in ISO 8601 or epoch milliseconds, expiresAt in the future.',
    fix: 'Compare it with docs/openapi.yaml. The button ignores members that it cannot read.',
    test: (run, { now }) =>
      each200(run, (exchange) => {
        const read = parsed(exchange);
        const session = sessionOf(exchange);
        if (read === null || session === null) return false;
        const unreadable = Object.entries(read).find(
          ([name, value]) => value === null && (session[name] ?? null) !== null,
        );
        if (unreadable !== undefined) return `session.${unreadable[0]} is not readable`;
        return read.expiresAt !== null && read.expiresAt <= now() && 'session.expiresAt is in the past';
      }),
  },
  {
    id: 'expiry',
    level: 'fail',
    expected: 'A session ends within a day: by session.expiresAt, and by exp where it is a JWT.',
    fix: 'Let a session end after 15 minutes: its URL is a password.',
    test: (run, { now }) => {
      const latest = now() + LONGEST_SESSION_MS;
      const claims = readableClaims(run.endpoint).filter((found) => !('alg' in found));
      const isSigned = readableClaims(run.endpoint).some((found) => 'alg' in found && !('enc' in found));
      if (isSigned && claims.some(({ exp }) => typeof exp !== 'number')) return broken('A JWT without exp.');
      if (claims.some(({ exp }) => typeof exp === 'number' && exp * 1000 > latest))
        return broken('A JWT that is valid for more than a day.');
      return each200(
        run,
        (exchange) => (parsed(exchange)?.expiresAt ?? 0) > latest && 'A session of more than a day',
      );
    },
  },
  {
    id: 'server-time',
    level: 'fail',
    expected: 'session.serverTime, if it is sent, is within five minutes of the clock of this computer.',
    fix: 'Take session.serverTime from a synchronised clock, as ISO 8601 or in milliseconds: clocks of devices are often wrong.',
    test: (run, { now }) =>
      each200(run, (exchange) => {
        const serverTime = parsed(exchange)?.serverTime ?? null;
        const offsetMs = serverTime === null ? 0 : Math.abs(serverTime - now());
        return offsetMs > CLOCK_TOLERANCE_MS && `${Math.round(offsetMs / 60_000)} minutes off`;
      }),
  },
  {
    id: 'link',
    level: 'fail',
    expected:
      'A click gets a link that the button accepts: https, no port, on a host of --allowed-link-hosts.',
    fix: 'Answer POST (or GET, if you do not offer POST) with payload.kycLink, exactly as EnKash sent it.',
    test: (run, { linkHosts }) => {
      const clicks = exchangesFor(run, 'click');
      const relevant = clicks.some(isOk) ? clicks : exchangesFor(run, 'status');
      const readable = relevant.filter((exchange) => parsed(exchange) !== null);
      const linked = readable.filter((exchange) => linkOf(exchange) !== null);
      if (linked.length > 0) return each(linked, (exchange) => faultOfLink(linkOf(exchange), linkHosts));
      if (clicks.length === 0) return NEEDS_MINT;
      if (clicks.some((click) => statusOf(click) === 409))
        return skipped(
          'EnKash is closed or refuses this customer (409); check again during its opening hours.',
        );
      return readable.length === 0
        ? skipped('No click was answered with 200.')
        : broken('No payload.kycLink.');
    },
  },
  {
    id: 'one-link',
    level: 'fail',
    isRefinement: true,
    expected: 'Two clicks at the same time get the same link.',
    fix: 'Send one request per customer to EnKash, and answer simultaneous clicks from it.',
    test: (run) => {
      const clicks = exchangesFor(run, 'click');
      if (clicks.length === 0) return NEEDS_MINT;
      const [one, two] = clicks.map(linkOf);
      if (!one || !two) return skipped('Two clicks did not both get a link.');
      return one === two ? PASS : broken('Two different links; the second may have ended the first.');
    },
  },
  {
    id: 'link-in-get',
    level: 'fail',
    expected: 'A GET with a link does not ask to be polled, since every such GET may mint.',
    fix: 'Omit payload.kycLink from GET, or send "session": { "pollAfter": null }.',
    test: (run) =>
      each200(run, (exchange) => {
        if (exchange.purpose !== 'status' || linkOf(exchange) === null) return false;
        return typeof sessionOf(exchange)?.['pollAfter'] === 'number' && 'A link with a pollAfter';
      }),
  },
  {
    id: 'slow',
    level: 'fail',
    expected: 'Every answer takes 5 seconds at most.',
    fix: 'Set a timeout of 10 seconds for EnKash and cache its bearer token: the button aborts after 15.',
    test: ({ exchanges }) => each(exchanges, ({ durationMs }) => durationMs > SLOW_MS && 'Slower'),
  },
];

/** Why the element would not open a link, without any part of the link. */
function faultOfLink(link: string | null, hosts: readonly string[]): string | false {
  if (link === null || checkLink(link, hosts)) return false;
  if (!URL.canParse(link)) return 'A link that is not a URL';
  const { protocol, username, port } = new URL(link);
  if (protocol !== 'https:') return 'A link that is not https';
  return username === '' && port === '' ? 'A link on another host' : 'A link with a user name or a port';
}

/** A status that the button cannot read, so that its badge would stay unknown. */
function unreadableStatus(json: unknown): string | null {
  const body = ownFields(json);
  const payload = ownFields(isObject(body['payload']) ? body['payload'] : body);
  const unreadable = ['kycStatus', 'kycSubStatus'].find((name) => {
    const value = payload[name];
    return value !== undefined && value !== null && value !== '' && parseEnumModel(value) === null;
  });
  return unreadable === undefined ? null : `${unreadable} is not in a form of EnKash`;
}
