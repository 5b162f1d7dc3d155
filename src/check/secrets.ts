import { cardIdOf, linkOf } from './answer-reading.js';
import { randomParts } from './tamper.js';
import type { Survey } from './probe-run.js';

/** What is shorter is no secret, and would blot out half a sentence. */
const LEAST_LENGTH = 6;

/** What must not turn up outside a granted answer: card ids, links, and the values of the headers that were given. */
export function secretsOf({ exchanges, headers }: Survey): readonly string[] {
  const told = exchanges.flatMap((exchange) => [cardIdOf(exchange), linkOf(exchange)]);
  return [...told, ...Object.values(headers)].filter(
    (text): text is string => text !== null && text.length >= LEAST_LENGTH,
  );
}

/** A header for the report, if it is made of words alone: what is longer than a word may be a token. */
export function quoted(name: string, value: string | null): string {
  if (value === null) return `No ${name}`;
  const areWords =
    value.length <= 80 && value.split(/[\s,;=]+/).every((word) => /^[\w./+*-]{0,24}$/.test(word));
  return areWords ? `${name}: ${value}` : `Another ${name}`;
}

/** A text without secrets, and without the session in the endpoint's URL. */
export function redacted(text: string, survey: Survey): string {
  const secrets = [...secretsOf(survey), ...randomParts(survey.endpoint)];
  const longestFirst = secrets.sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
}
