import type { Exchange, Purpose } from './exchange.js';
import { exchangesFor, OTHER_CARD, type ProbeRun } from './probe-run.js';
import { cardIdOf, isOk, linkOf, outcomeOf, parsed, statusOf } from './read-exchange.js';
import { broken, each, NEEDS_MINT, skipped, type Outcome, type Rule } from './rule.js';
import { guessableFault } from './session-token.js';
import { isFixed } from './tamper.js';

const INCONCLUSIVE = skipped(
  "The button's own requests got the same answer, or a rate limit (429) came first.",
);

/** The exchange of the element's own request with this method, or with GET for a method that it does not use. */
const ordinary = (run: ProbeRun, { method }: Exchange): Exchange | undefined =>
  exchangesFor(run, method === 'POST' ? 'click' : 'status')[0];

/**
 * Whether the requests with a purpose were refused, with one of `statuses` if given. A refusal that ordinary requests get
 * too, or one by the rate limit, is inconclusive.
 */
function refused(run: ProbeRun, purpose: Purpose, statuses?: ReadonlySet<number | null>): Outcome {
  const made = exchangesFor(run, purpose);
  if (made.length === 0) return NEEDS_MINT;
  const conclusive = made.filter((exchange) => {
    const status = statusOf(exchange);
    if (isOk(exchange) || statuses?.has(status)) return true;
    return status !== null && status !== 429 && status !== statusOf(ordinary(run, exchange));
  });
  if (conclusive.length === 0) return INCONCLUSIVE;
  return each(conclusive, (exchange) => {
    const isRefused = statuses ? statuses.has(statusOf(exchange)) : !isOk(exchange);
    return !isRefused && outcomeOf(exchange);
  });
}

/** Rules about requests that a backend must refuse. */
export const REFUSAL_RULES: readonly Rule[] = [
  {
    id: 'header-check',
    level: 'critical',
    expected: 'A request without X-Enkash-Vkyc: 1 is refused.',
    fix: "Answer 403. The page of another site could send such a request with the customer's cookies.",
    test: (run) => refused(run, 'bare'),
  },
  {
    id: 'cross-site',
    level: 'critical',
    expected: 'A request from another site is refused.',
    fix: 'Answer 403 when Sec-Fetch-Site is not same-origin. Where it is missing, compare Origin with Host.',
    test: (run) => refused(run, 'cross-site'),
  },
  {
    id: 'invalid-session',
    level: 'critical',
    expected: 'An invented session is refused, and sessions cannot be guessed.',
    fix: 'Put 32 random characters or an encrypted session into the URL, and answer 401 or 404 to anything else.',
    test: (run) => {
      const { endpoint, headers } = run;
      const cards = run.exchanges.flatMap((exchange) => cardIdOf(exchange) ?? []);
      const guessable = guessableFault(endpoint, cards);
      if (guessable !== null) return broken(guessable);
      if (isFixed(endpoint) && Object.keys(headers).length === 0)
        return exchangesFor(run, 'status').some(isOk) || exchangesFor(run, 'click').some(isOk)
          ? broken('The URL has no session, and no cookie was sent: everybody gets this answer.')
          : skipped('The URL has no part that could be a session. Give a --cookie or --header.');
      if (exchangesFor(run, 'tampered').length === 0)
        return skipped('Neither the URL nor a header has a part that could be a session.');
      return refused(run, 'tampered');
    },
  },
  {
    id: 'card-id-from-browser',
    level: 'critical',
    expected: 'A card id that the browser sends changes nothing.',
    fix: 'Take the card id from your own authentication only: otherwise anyone can read the status of anyone.',
    test: (run) => {
      const comparable = exchangesFor(run, 'other-card').filter((exchange) => {
        const same = ordinary(run, exchange);
        return same !== undefined && isOk(same) && statusOf(exchange) !== 429;
      });
      if (comparable.length === 0) return INCONCLUSIVE;
      return each(comparable, (exchange) => {
        const isLookedUp = [404, 409, 422, 502].includes(statusOf(exchange) ?? 0);
        const isOther = isLookedUp || cardIdOf(exchange) === OTHER_CARD || !isSameStatus(run, exchange);
        return isOther && 'Another customer was looked up';
      });
    },
  },
  {
    id: 'jsonp',
    level: 'critical',
    expected: 'A callback in the query changes nothing.',
    fix: 'Disable JSONP: a page of another site could read the answer with a script tag.',
    test: (run) =>
      each(exchangesFor(run, 'callback'), ({ answer }) => {
        const isScript = /javascript/i.test(answer?.headers.get('content-type') ?? '');
        return (isScript || /^[\s/*]*x\s*\(/.test(answer?.text ?? '')) && 'A script that calls it';
      }),
  },
  {
    id: 'method-override',
    level: 'fail',
    expected: 'X-HTTP-Method-Override changes nothing.',
    fix: 'Disable method overriding: a GET must not mint a link.',
    test: (run) =>
      each(exchangesFor(run, 'override'), (exchange) => {
        const same = ordinary(run, exchange);
        const isMinted =
          linkOf(exchange) !== null && same !== undefined && isOk(same) && linkOf(same) === null;
        return isMinted && 'A link';
      }),
  },
  {
    id: 'method',
    level: 'fail',
    isRefinement: true,
    expected: 'A method other than GET, POST and OPTIONS is answered with 405.',
    fix: 'Route GET and POST only, and answer 405 to all other methods.',
    test: (run) => refused(run, 'method', new Set([404, 405, 501])),
  },
  {
    id: 'content-type',
    level: 'fail',
    isRefinement: true,
    expected: 'A POST that is not application/json is answered with 415.',
    fix: 'Check Content-Type before the body: a form of another site can send text/plain.',
    test: (run) => refused(run, 'content-type', new Set([415])),
  },
  {
    id: 'large-body',
    level: 'fail',
    isRefinement: true,
    expected: 'A body of 1 MiB is answered with 413, or the connection is closed.',
    fix: 'Answer 413 above 16 KiB: the button sends two bytes.',
    test: (run) => refused(run, 'large-body', new Set([413, null])),
  },
  {
    id: 'no-crash',
    level: 'fail',
    expected: 'No malformed request, such as broken JSON, makes the backend fail.',
    fix: 'Validate requests and answer 4xx. A 5xx here means that an exception was not handled.',
    test: (run) =>
      each(
        run.exchanges.filter(({ purpose }) => purpose !== 'status' && purpose !== 'click'),
        (exchange) => {
          const status = statusOf(exchange) ?? 0;
          const isNew = status !== statusOf(ordinary(run, exchange));
          return status >= 500 && status !== 501 && isNew && outcomeOf(exchange);
        },
      ),
  },
  {
    id: 'html-error',
    level: 'fail',
    isRefinement: true,
    expected: 'Errors are not HTML pages.',
    fix: 'Answer { "error": { "code": "…" } } as application/json, also in your framework and your proxy.',
    test: ({ exchanges }) => each(exchanges, (exchange) => isHtmlError(exchange) && 'An HTML page'),
  },
  {
    id: 'redirect',
    level: 'critical',
    expected: 'No answer is a redirect.',
    fix: 'Answer 401 to an unauthenticated customer. The button follows no redirect, which could leak the session.',
    test: ({ exchanges }) =>
      each(exchanges, (exchange) => {
        const status = statusOf(exchange) ?? 0;
        return status >= 300 && status < 400 && outcomeOf(exchange);
      }),
  },
];

/** Whether an answer says the same about the customer as the answer to an ordinary request. */
function isSameStatus(run: ProbeRun, exchange: Exchange): boolean {
  const same = ordinary(run, exchange);
  const [one, two] = [exchange, same].map((made) => JSON.stringify((made && parsed(made)?.status) ?? null));
  return !isOk(exchange) || one === two;
}

function isHtmlError({ answer }: Exchange): boolean {
  if (!answer || answer.status < 400) return false;
  return /html/i.test(answer.headers.get('content-type') ?? '') || answer.text.trimStart().startsWith('<');
}
