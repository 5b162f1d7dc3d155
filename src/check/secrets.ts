import type { ProbeRun } from './probe-run.js';
import { cardIdOf, linkOf } from './read-exchange.js';
import { randomParts } from './tamper.js';

/** Shorter values are not secrets, and redacting them would make sentences unreadable. */
const MIN_SECRET_LENGTH = 6;

/** Values that must not appear outside a 2xx answer: card ids, links, and the values of the user's headers. */
export function secretsOf({ exchanges, headers }: ProbeRun): readonly string[] {
  const received = exchanges.flatMap((exchange) => [cardIdOf(exchange), linkOf(exchange)]);
  return [...received, ...Object.values(headers)].filter(
    (text): text is string => text !== null && text.length >= MIN_SECRET_LENGTH,
  );
}

/** A header for the report. Its value is quoted only if it consists of short words, since anything longer may be a token. */
export function quoted(name: string, value: string | null): string {
  if (value === null) return `No ${name}`;
  const areWords =
    value.length <= 80 && value.split(/[\s,;=]+/).every((word) => /^[\w./+*-]{0,24}$/.test(word));
  return areWords ? `${name}: ${value}` : `Another ${name}`;
}

/** A text without secrets, and without the session in the URL of the endpoint. */
export function redacted(text: string, run: ProbeRun): string {
  const secrets = [...secretsOf(run), ...randomParts(run.endpoint)];
  const longestFirst = secrets.sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
}
