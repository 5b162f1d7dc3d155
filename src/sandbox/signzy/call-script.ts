import { askForDevices } from './ask-for-devices.js';
import { CONVERSATION } from './conversation.js';
import { runCall } from './run-call.js';

/**
 * The script of the call's page: the text of two functions of ours and the data they work on. A development server may
 * mark functions with esbuild's `__name`, which the page does not have, so it is given one.
 */
export function callScript(): string {
  return `const __name = (value) => value;
(${runCall.toString()})(${JSON.stringify(CONVERSATION)}, ${askForDevices.toString()});
`;
}
