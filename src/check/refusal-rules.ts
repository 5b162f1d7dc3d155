import { cardIdOf, granted, outcomeOf, statusOf } from './answer-reading.js';
import type { Exchange, Purpose } from './exchange.js';
import { forge, isCountable } from './tamper.js';
import { broken, each, NEEDS_MINT, skipped, type Outcome, type Rule } from './rule.js';
import { madeFor, OTHER_CARD, type Survey } from './probe-run.js';

const TELLS_NOTHING = skipped(
  "The button's own requests got the same answer, or a rate limit (429) came first.",
);

/** What the element's own request of this method got; its GET stands for a method it does not use. */
const usual = (survey: Survey, { method }: Exchange): Exchange | undefined =>
  madeFor(survey, method === 'POST' ? 'click' : 'ask')[0];

/**
 * Whether what was sent for a purpose was refused, if need be with one of some statuses. A refusal that everyone gets, or a
 * rate limit's, proves nothing.
 */
function refused(survey: Survey, purpose: Purpose, statuses?: ReadonlySet<number | null>): Outcome {
  const made = madeFor(survey, purpose);
  if (made.length === 0) return NEEDS_MINT;
  const telling = made.filter((exchange) => {
    const status = statusOf(exchange);
    if (granted(exchange) || statuses?.has(status)) return true;
    return status !== null && status !== 429 && status !== statusOf(usual(survey, exchange));
  });
  if (telling.length === 0) return TELLS_NOTHING;
  return each(telling, (exchange) => {
    const isRefused = statuses ? statuses.has(statusOf(exchange)) : !granted(exchange);
    return !isRefused && outcomeOf(exchange);
  });
}

/** What a backend must not grant, and how it must say so. */
export const REFUSAL_RULES: readonly Rule[] = [
  {
    id: 'header-check',
    level: 'critical',
    expected: 'A request without X-Enkash-Vkyc: 1 is refused.',
    fix: "Answer 403: any site's page could send such a request with the customer's cookies.",
    test: (survey) => refused(survey, 'bare'),
  },
  {
    id: 'cross-site',
    level: 'critical',
    expected: 'A request from another site is refused.',
    fix: 'Answer 403 when Sec-Fetch-Site is not same-origin. Where it is missing, compare Origin with Host.',
    test: (survey) => refused(survey, 'cross-site'),
  },
  {
    id: 'forged-session',
    level: 'critical',
    expected: 'A session that was made up is refused, and none can be guessed.',
    fix: 'Put 32 random characters or an encrypted session into the URL, and answer 401 or 404 to anything else.',
    test: (survey) => {
      if (isCountable(survey.endpoint))
        return broken('The URL holds a bare number, from which one can count up.');
      if (forge(survey.endpoint) === null)
        return skipped('The URL has nothing in it that could be a session.');
      return refused(survey, 'forged');
    },
  },
  {
    id: 'card-id-from-browser',
    level: 'critical',
    expected: 'A card id that the browser sends changes nothing.',
    fix: 'Take the card id from your own sign-in alone: otherwise anyone may ask about anyone.',
    test: (survey) => {
      const comparable = madeFor(survey, 'other-card').filter((exchange) => {
        const before = usual(survey, exchange);
        return before !== undefined && granted(before) && statusOf(exchange) !== 429;
      });
      if (comparable.length === 0) return TELLS_NOTHING;
      return each(comparable, (exchange) => {
        const looked = [404, 409, 422, 502].includes(statusOf(exchange) ?? 0);
        return (looked || cardIdOf(exchange) === OTHER_CARD) && 'Another customer was looked for';
      });
    },
  },
  {
    id: 'method',
    level: 'fail',
    expected: 'A method other than GET, POST and OPTIONS is answered with 405.',
    fix: 'Route GET and POST alone, and answer 405 to the rest.',
    test: (survey) => refused(survey, 'method', new Set([404, 405, 501])),
  },
  {
    id: 'content-type',
    level: 'fail',
    expected: 'A POST that is not application/json is answered with 415.',
    fix: 'Look at Content-Type before the body: a form of another site can send text/plain.',
    test: (survey) => refused(survey, 'content-type', new Set([415])),
  },
  {
    id: 'large-body',
    level: 'fail',
    expected: 'A body of 1 MiB is answered with 413, or the connection is closed.',
    fix: 'Answer 413 above 16 KiB: the button sends two bytes.',
    test: (survey) => refused(survey, 'large-body', new Set([413, null])),
  },
  {
    id: 'no-crash',
    level: 'fail',
    expected: 'No odd request, broken JSON among them, makes the backend fail.',
    fix: 'Check a request before you use it, and answer 4xx. A 5xx here says that something threw.',
    test: (survey) =>
      each(
        survey.exchanges.filter(({ purpose }) => purpose !== 'ask' && purpose !== 'click'),
        (exchange) => {
          const status = statusOf(exchange) ?? 0;
          const isNew = status !== statusOf(usual(survey, exchange));
          return status >= 500 && status !== 501 && isNew && outcomeOf(exchange);
        },
      ),
  },
  {
    id: 'html-error',
    level: 'fail',
    expected: 'No error is an HTML page.',
    fix: 'Answer { "error": { "code": "…" } } as application/json, also from your framework and your proxy.',
    test: ({ exchanges }) => each(exchanges, (exchange) => isHtmlError(exchange) && 'An HTML page'),
  },
  {
    id: 'redirect',
    level: 'critical',
    expected: 'Nothing redirects.',
    fix: 'Answer 401 where a sign-in is missing. The button follows no redirect, and one may carry the session away.',
    test: ({ exchanges }) =>
      each(exchanges, (exchange) => {
        const status = statusOf(exchange) ?? 0;
        return status >= 300 && status < 400 && outcomeOf(exchange);
      }),
  },
];

function isHtmlError({ answer }: Exchange): boolean {
  if (!answer || answer.status < 400) return false;
  return /html/i.test(answer.headers.get('content-type') ?? '') || answer.text.trimStart().startsWith('<');
}
