import { istInstant } from '../../hours/civil-date.js';
import type { Messages } from '../../locales/messages.js';

/** Until when EnKash accepts the link (`expiresAt`, in epoch milliseconds): the day in India, as it is written there. */
export function expirySentence({ handoff }: Messages, expiresAt: number): string {
  const day = new Date(expiresAt - istInstant(0, 0)).toISOString().slice(0, 10);
  return handoff.expires.replace('{date}', day.split('-').reverse().join('/'));
}
