import { callPage } from '../../src/sandbox/signzy/call-page.js';
import { CALL_STYLES } from '../../src/sandbox/signzy/call-styles.js';
import { CONVERSATION } from '../../src/sandbox/signzy/conversation.js';
import { requestDevices } from '../../src/sandbox/signzy/request-devices.js';
import { runCall } from '../../src/sandbox/signzy/run-call.js';
import { createCallReporter } from './call-events.js';
import { keepEnding } from './last-ending.js';

const PACE_MS = 1200;

const styles = new CSSStyleSheet();
styles.replaceSync(CALL_STYLES);
document.adoptedStyleSheets = [styles];

const { body } = new DOMParser().parseFromString(callPage(PACE_MS), 'text/html');
document.body.replaceChildren(...body.childNodes);

const send = createCallReporter(new URLSearchParams(location.search).get('to') ?? '');
const report = (event: unknown): void => {
  if (typeof event !== 'string') return;
  send(event);
  keepEnding(event);
};

// The sandbox's page reports to its server, and here is none: the wallet's page takes its place.
window.fetch = (_, init) => {
  report(init?.body);
  return Promise.resolve(new Response(null, { status: 204 }));
};
navigator.sendBeacon = (_, event) => {
  report(event);
  return true;
};
runCall(CONVERSATION, requestDevices);
