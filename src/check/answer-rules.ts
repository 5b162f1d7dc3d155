import { checkLink } from '../link/check-link.js';
import { readSessionAnswer } from '../session/session-answer.js';
import { granted, linkOf, outcomeOf, sessionOf, statusOf, understood } from './answer-reading.js';
import type { Exchange } from './exchange.js';
import { broken, each, NEEDS_MINT, PASS, skipped, type Outcome, type Rule } from './rule.js';
import { quoted } from './secrets.js';
import { madeFor, type Survey } from './probe-run.js';

const SLOW_MS = 5_000;
const CLOCK_TOLERANCE_MS = 300_000;

/** Statuses by which a backend says that it leaves out a method: the element then asks with the other one. */
const LEFT_OUT = new Set<unknown>([404, 405, 501]);

const own = (survey: Survey) => [...madeFor(survey, 'ask'), ...madeFor(survey, 'click')];

/** Holds each 200 to the element's own requests against one thing. */
function each200(survey: Survey, faultOf: (exchange: Exchange) => string | false): Outcome {
  const grants = own(survey).filter(granted);
  return grants.length === 0 ? skipped('There was no 200 to look at.') : each(grants, faultOf);
}

/** What the element needs of the answers to its own requests. */
export const ANSWER_RULES: readonly Rule[] = [
  {
    id: 'answers',
    level: 'fail',
    expected:
      'GET and POST are answered with 200; 409 while EnKash is closed; 405 for the one you leave out.',
    fix: 'Answer GET with where the customer stands, POST with a link. After 401, 403 or 410 try a new session first.',
    test: (survey) => {
      const answers = own(survey);
      const isGood = (exchange: Exchange) => granted(exchange) || statusOf(exchange) === 409;
      const bad = answers.filter((exchange) => !isGood(exchange) && !LEFT_OUT.has(statusOf(exchange)));
      if (bad.length > 0) return each(bad, outcomeOf);
      if (answers.some(isGood)) return PASS;
      return answers.length > 1 ? each(answers, outcomeOf) : skipped('GET is left out; POST needs --mint.');
    },
  },
  {
    id: 'json',
    level: 'fail',
    expected: 'A 200 holds JSON, and says Content-Type: application/json.',
    fix: 'Send Content-Type: application/json and nothing but JSON. A sign-in page must be a 401.',
    test: (survey) =>
      each200(survey, ({ answer }) => {
        const type = answer?.headers.get('content-type') ?? null;
        if (type?.split(';', 1)[0]?.trim().toLowerCase() !== 'application/json')
          return quoted('Content-Type', type);
        return answer?.json === undefined && !answer?.isTooLarge && 'A body that is no JSON';
      }),
  },
  {
    id: 'size',
    level: 'fail',
    expected: 'An answer has 64 KiB at most, counted after decompression.',
    fix: "Send EnKash's reply and session, and nothing else.",
    test: ({ exchanges }) => each(exchanges, ({ answer }) => (answer?.isTooLarge ?? false) && 'More'),
  },
  {
    id: 'envelope',
    level: 'fail',
    expected: "The JSON is EnKash's envelope with code 0, or its payload: kycStatus, kycSubStatus, kycLink.",
    fix: "Pass EnKash's reply on as it came, not wrapped. Where EnKash refused, answer with an HTTP error.",
    test: (survey) =>
      each200(survey, ({ answer }) => {
        if (answer?.json === undefined) return false;
        const read = readSessionAnswer(answer.json);
        return read === 'enkash_error'
          ? 'A code that is not 0'
          : read === 'invalid_response' && 'None of these';
      }),
  },
  {
    id: 'session',
    level: 'fail',
    expected:
      'What session says can be read: times in ISO 8601 or epoch milliseconds, expiresAt in the future.',
    fix: 'Compare it with docs/openapi.yaml. A member the button cannot read is ignored without a word.',
    test: (survey, { now }) =>
      each200(survey, (exchange) => {
        const read = understood(exchange);
        const session = sessionOf(exchange);
        if (read === null || session === null) return false;
        const unread = Object.entries(read).find(
          ([name, value]) => value === null && (session[name] ?? null) !== null,
        );
        if (unread !== undefined) return `session.${unread[0]} cannot be read`;
        return read.expiresAt !== null && read.expiresAt <= now() && 'session.expiresAt is in the past';
      }),
  },
  {
    id: 'server-time',
    level: 'fail',
    expected:
      'A 200 tells the time in session.serverTime, within five minutes of the clock of this computer.',
    fix: "Send session.serverTime from a clock that is set, in milliseconds if a number: customers' own clocks are often wrong.",
    test: (survey, { now }) =>
      each200(survey, (exchange) => {
        const read = understood(exchange);
        if (read?.serverTime === null) return 'No session.serverTime';
        const offMs = read === null ? 0 : Math.abs(read.serverTime - now());
        return offMs > CLOCK_TOLERANCE_MS && `${Math.round(offMs / 60_000)} minutes off`;
      }),
  },
  {
    id: 'link',
    level: 'fail',
    expected: 'A click gets a link that the button opens: https, no port, on a host of --allowed-link-hosts.',
    fix: 'Answer POST (GET, where there is no POST) with payload.kycLink, exactly as EnKash gave it.',
    test: (survey, { linkHosts }) => {
      const clicks = madeFor(survey, 'click');
      const answered = clicks.some(granted) ? clicks : madeFor(survey, 'ask');
      const readable = answered.filter((exchange) => understood(exchange) !== null);
      const linked = readable.filter((exchange) => linkOf(exchange) !== null);
      if (linked.length > 0) return each(linked, (exchange) => faultOfLink(linkOf(exchange), linkHosts));
      if (clicks.length === 0) return NEEDS_MINT;
      if (clicks.some((click) => statusOf(click) === 409))
        return skipped('EnKash is closed or refuses this customer (409); check again in its hours.');
      return readable.length === 0 ? skipped('No click was granted.') : broken('No payload.kycLink.');
    },
  },
  {
    id: 'one-link',
    level: 'fail',
    expected: 'Two clicks at the same time get the same link.',
    fix: 'Ask EnKash once for each customer, and let clicks that come meanwhile share its answer.',
    test: (survey) => {
      const clicks = madeFor(survey, 'click');
      if (clicks.length === 0) return NEEDS_MINT;
      const [one, two] = clicks.map(linkOf);
      if (!one || !two) return skipped('Not both of two clicks got a link.');
      return one === two ? PASS : broken('Two different links; the second may have ended the first.');
    },
  },
  {
    id: 'link-in-get',
    level: 'fail',
    expected: 'GET has no link, or says session.pollAfter: null, which means that asking may mint.',
    fix: 'Leave payload.kycLink out of GET. If GET is all you have, add "session": { "pollAfter": null }.',
    test: (survey) =>
      each200(survey, (exchange) => {
        if (exchange.purpose !== 'ask') return false;
        const saysSo = sessionOf(exchange)?.['pollAfter'] === null;
        return linkOf(exchange) !== null && !saysSo && 'A link without it';
      }),
  },
  {
    id: 'slow',
    level: 'fail',
    expected: 'Every answer comes within 5 seconds.',
    fix: 'Give EnKash 10 seconds at most and keep its bearer token: the button gives up after 15.',
    test: ({ exchanges }) => each(exchanges, ({ durationMs }) => durationMs > SLOW_MS && 'Took longer'),
  },
];

/** Why the element would not open a link, without a word of the link. */
function faultOfLink(link: string | null, hosts: readonly string[]): string | false {
  if (link === null || checkLink(link, hosts)) return false;
  if (!URL.canParse(link)) return 'A link that is no URL';
  const { protocol, username, port } = new URL(link);
  if (protocol !== 'https:') return 'A link that is not https';
  return username === '' && port === '' ? 'A link on another host' : 'A link with a user name or a port';
}
