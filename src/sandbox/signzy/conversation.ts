import { requestDevices } from './request-devices.js';
import { runCall, type Turn } from './run-call.js';

/** A short call: consent, the PAN card, a liveness check, goodbye. */
export const CONVERSATION: readonly Turn[] = [
  {
    says: 'Hello! I am your agent for today. This call is recorded. Do you agree to continue?',
    reply: 'Yes, I agree',
  },
  { says: 'Thank you. Please hold your original PAN card up to the camera.', reply: 'My card is in view' },
  { says: 'I can read it well. Now please turn your head and look to your left.', reply: 'I looked left' },
  { says: 'That is all I need. One moment while I finish up.', reply: null },
];

/**
 * The script of the call's page: the source text of two functions and their arguments. A development server may mark
 * functions with esbuild's `__name`, which the page does not have, so the script defines it.
 */
export function callScript(): string {
  return `const __name = (value) => value;
(${runCall.toString()})(${JSON.stringify(CONVERSATION)}, ${requestDevices.toString()});
`;
}
