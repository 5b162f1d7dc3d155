import type { CallEvent } from '../customers.js';
import type { DeviceCheck, DeviceCheckResult, requestDevices } from './request-devices.js';

/** One turn of the agent: a sentence, and the button with which the customer answers. */
export interface Turn {
  readonly says: string;
  /** Null for the last turn, after which the developer chooses how the call ends. */
  readonly reply: string | null;
}

/** The stages of the page, one shown at a time. */
type Stage = 'checks' | 'waiting' | 'call' | 'ended';

/** How a call ends while its page is open. */
type Ending = Extract<CallEvent, 'approved' | 'rejected' | 'dropped'>;

/**
 * Runs the call in its page: checks, a wait, the conversation, the ending. Each step is reported to the page's own origin,
 * by `sendBeacon()` when the window closes early.
 *
 * It runs in the call's page, sent as text: it may use its parameters and the browser, nothing else of this project.
 */
export function runCall(conversation: readonly Turn[], request: typeof requestDevices): void {
  const results: Record<DeviceCheckResult, string> = {
    ready: 'Ready',
    denied: 'Not allowed',
    missing: 'Not available',
    insecure: 'Needs https',
  };
  const endings: Record<Ending, { title: string; text: string }> = {
    approved: {
      title: 'The call is complete',
      text: 'Your details now go to an audit. The app will show the result; nothing more is needed here.',
    },
    rejected: {
      title: 'The agent could not verify you',
      text: 'Go back to the app to see what you can do next.',
    },
    dropped: {
      title: 'The call was cut off',
      text: 'A dropped call cannot be resumed. Go back to the app and start again with a new link.',
    },
  };
  const find = <Kind extends Element>(selector: string, kind: new () => Kind): Kind => {
    const found = document.querySelector(selector);
    if (found instanceof kind) return found;
    throw new Error(`The call's page lacks ${selector}.`);
  };
  const pace = Number(find('main', HTMLElement).dataset['pace']);
  const replyButton = find('#reply', HTMLButtonElement);
  const caption = find('#caption', HTMLElement);
  const alert = find('#alert', HTMLElement);
  let stage: Stage = 'checks';
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const running = (step: () => Promise<void>) => (): void => {
    step().catch(reportError);
  };

  const afterPause = (step: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(step, pace);
  };

  const show = (next: Stage): void => {
    stage = next;
    document.body.dataset['stage'] = next;
    for (const section of document.querySelectorAll<HTMLElement>('section[data-stage]')) {
      section.hidden = section.dataset['stage'] !== next;
    }
    find(`section[data-stage=${next}] h1`, HTMLElement).focus();
  };

  const report = async (event: CallEvent): Promise<void> => {
    const answer = await fetch('events', { method: 'POST', body: event, keepalive: true }).catch(() => null);
    // The link is no longer valid: the page that replaces this one says why.
    if (answer?.status === 409) location.reload();
    alert.hidden = answer !== null;
    if (answer === null) alert.textContent = 'The sandbox does not answer. Is it still running?';
  };

  const showResult = (check: DeviceCheck, result: DeviceCheckResult): void => {
    const row = find(`[data-check=${check}]`, HTMLElement);
    row.dataset['result'] = result;
    find(`[data-check=${check}] output`, HTMLOutputElement).textContent = results[result];
  };

  const check = async (): Promise<void> => {
    const button = find('#check', HTMLButtonElement);
    button.disabled = true;
    stream = await request(showResult);
    const hasPicture = stream.getVideoTracks().length > 0;
    for (const video of document.querySelectorAll<HTMLVideoElement>('video[data-mirror]'))
      video.srcObject = stream;
    document.body.toggleAttribute('data-picture', hasPicture);
    for (const element of document.querySelectorAll('[data-no-camera]')) element.textContent = 'No camera';
    const isIncomplete = document.querySelectorAll('[data-check]:not([data-result=ready])').length > 0;
    find('#advice', HTMLElement).textContent = isIncomplete
      ? 'A real call needs all three. The sandbox continues without.'
      : 'All set.';
    button.hidden = true;
    const join = find('#join', HTMLButtonElement);
    join.hidden = false;
    join.focus();
  };

  const turn = (index: number): void => {
    const current = conversation[index];
    if (current === undefined) return;
    const { says, reply } = current;
    caption.textContent = says;
    replyButton.hidden = true;
    const steps = conversation.filter((each) => each.reply !== null).length;
    find('#step', HTMLElement).textContent =
      reply === null ? 'Choose below how the call ends.' : `Step ${index + 1} of ${steps}`;
    if (reply === null) return;
    afterPause(() => {
      replyButton.textContent = reply;
      replyButton.hidden = false;
      replyButton.focus();
      replyButton.onclick = () => turn(index + 1);
    });
  };

  const join = async (): Promise<void> => {
    show('waiting');
    await report('queued');
    afterPause(() => {
      show('call');
      turn(0);
      running(() => report('joined'))();
    });
  };

  const end = async (ending: Ending): Promise<void> => {
    clearTimeout(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
    const { title, text } = endings[ending];
    document.body.dataset['ending'] = ending;
    document.title = `${title} · Sandbox`;
    find('#ending-title', HTMLElement).textContent = title;
    find('#ending-text', HTMLElement).textContent = text;
    show('ended');
    await report(ending);
  };

  find('#check', HTMLButtonElement).onclick = running(check);
  find('#join', HTMLButtonElement).onclick = running(join);
  for (const ending of ['approved', 'rejected', 'dropped'] as const) {
    find(`button[data-ending=${ending}]`, HTMLButtonElement).onclick = running(() => end(ending));
  }
  find('#close', HTMLButtonElement).onclick = () => {
    window.close();
    afterPause(() => (find('#close-hint', HTMLElement).hidden = false));
  };
  addEventListener('pagehide', () => {
    if (stage !== 'ended') navigator.sendBeacon('events', 'closed');
  });
  running(() => report('opened'))();
}
