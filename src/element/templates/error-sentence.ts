import type { ErrorCode } from '../../errors/error-catalogue.js';
import type { Messages } from '../../locales/messages.js';

/** What the customer reads of a failure: its own words, else those of all that mean the same to them. */
export function errorSentence({ errors }: Messages, code: ErrorCode): string {
  const partners = code === 'invalid_endpoint' || code === 'not_found';
  return errors[code] ?? errors[partners ? 'no_endpoint' : 'server_error'];
}
