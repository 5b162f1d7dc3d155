import { randomParts } from '../../check/tamper.js';
import type { Tag } from './read-page.js';

/** A sentence without what may be the token of an endpoint. The rules quote origins only; this is the second lock. */
export function redactEndpoints(sentence: string, tags: readonly Tag[]): string {
  const secrets = tags.flatMap(({ endpoint }) =>
    endpoint === null ? [] : [...randomParts(endpoint.href), endpoint.username, endpoint.password],
  );
  return secrets
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), sentence);
}
