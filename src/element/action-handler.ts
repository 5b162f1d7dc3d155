import { differs } from '../journey/journey.js';
import type { ButtonAction } from '../locales/messages.js';
import type { Announcer } from './announcer.js';
import type { CallController } from './controllers/call-controller.js';
import type { JourneyController } from './controllers/journey-controller.js';
import type { LocalizeController } from './controllers/localize-controller.js';
import type { PanelsController } from './controllers/panels-controller.js';
import { dispatch } from './dispatch.js';
import { VkycEvent } from './events.js';
import type { Notice } from './notice.js';
import { reminderPart } from './parts.js';
import { errorSentence } from './templates/hint.js';

export interface ActionHandlerOptions {
  readonly host: Pick<HTMLElement, 'dispatchEvent'> & { requestUpdate(): void };
  readonly journey: Pick<JourneyController, 'current' | 'now' | 'shared' | 'waitMs'>;
  readonly localize: Pick<LocalizeController, 'language'>;
  readonly call: Pick<CallController, 'start'>;
  readonly panels: Pick<PanelsController, 'toggleChecklist' | 'toggleHandoff' | 'send'>;
  readonly announcer: Pick<Announcer, 'announce' | 'announceState'>;
  readonly notice: Pick<Notice, 'show'>;
  /** The browser's own unless given. */
  readonly reloadPage?: () => void;
}

/** Carries out what the customer's buttons ask for. */
export interface ActionHandler {
  /** Whether a refresh that the customer asked for is pending. */
  readonly refreshing: boolean;
  /** Must run in the user gesture. */
  handle(action: ButtonAction): void;
}

export function createActionHandler(options: ActionHandlerOptions): ActionHandler {
  const { host, journey, localize, call, panels, announcer, notice } = options;
  const { reloadPage = () => location.reload() } = options;
  let refreshing = false;

  /** With a spinner, and an answer also when nothing has changed. */
  async function refresh(): Promise<void> {
    const before = journey.current;
    refreshing = true;
    host.requestUpdate();
    await journey.shared?.refresh();
    refreshing = false;
    const { state, customer } = journey.current;
    const isAnswer = customer !== before.customer;
    const isSame = isAnswer && state === before.state && !differs(customer, before.customer);
    const { checked } = localize.language.messages.hints;
    if (isSame) notice.show(checked);
    announcer.announceState(isSame ? checked : '');
  }

  function startOrRetry(): void {
    const { current } = journey;
    if (current.state === 'error' && current.retry === 'refresh' && journey.waitMs === 0) void refresh();
    else call.start();
  }

  function remind(): void {
    const { opensAt } = journey.current.availability;
    if (opensAt === null || !dispatch(host, new VkycEvent('vkyc-remind', { opensAt }, true))) return;
    const { messages } = localize.language;
    reminderPart.use(
      (saveReminder) => {
        saveReminder({ title: messages.actions.start, opensAt, now: journey.now });
        say(messages.hints.reminded);
      },
      ({ code }) => say(errorSentence(messages, code)),
    );
  }

  function say(sentence: string): void {
    notice.show(sentence);
    announcer.announce(sentence);
  }

  return {
    get refreshing() {
      return refreshing;
    },
    handle(action) {
      switch (action) {
        case 'start':
        case 'resume':
        case 'terms':
        case 'open':
        case 'show':
        case 'retry':
        case 'done':
          startOrRetry();
          break;
        case 'reload':
          if (dispatch(host, new VkycEvent('vkyc-reload', {}, true))) reloadPage();
          break;
        case 'same-tab':
          call.start('redirect');
          break;
        case 'check':
          void refresh();
          break;
        case 'remind':
          remind();
          break;
        case 'prepare':
          panels.toggleChecklist();
          break;
        case 'handoff':
          panels.toggleHandoff();
          break;
        case 'copy':
        case 'share':
        case 'sms':
        case 'email':
          panels.send(action);
      }
    },
  };
}
