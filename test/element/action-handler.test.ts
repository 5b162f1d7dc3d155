import { expect } from '@open-wc/testing';
import { createActionHandler } from '../../src/element/action-handler.js';
import type { Journey } from '../../src/journey/journey.js';
import en from '../../src/locales/en.js';
import type { ButtonAction } from '../../src/locales/messages.js';
import { journeyIn } from '../support/journeys.js';

/** An action handler whose collaborators record their calls. */
const setup = (current: Journey = journeyIn('ready'), { canceled = true } = {}) => {
  const calls: string[] = [];
  const events: Event[] = [];
  const host = {
    requestUpdate: () => void calls.push('update'),
    dispatchEvent: (event: Event) => {
      events.push(event);
      // As if a listener had canceled it: the page sends its own reminder.
      return !canceled;
    },
  };
  const handler = createActionHandler({
    host,
    journey: { current, now: 0, shared: null, waitMs: 0 },
    localize: { language: { lang: 'en', dir: 'ltr', messages: en } },
    call: { start: (mode) => void calls.push(`start ${mode ?? ''}`.trim()) },
    panels: {
      toggleChecklist: () => void calls.push('checklist'),
      toggleHandoff: () => void calls.push('handoff'),
      send: (way) => void calls.push(`send ${way}`),
    },
    announcer: {
      announce: (sentence) => void calls.push(`announce ${sentence}`),
      announceState: (sentence = '') => void calls.push(`announce state ${sentence}`.trim()),
    },
    notice: { show: (text) => void calls.push(`show ${text}`) },
    reloadPage: () => void calls.push('reload'),
  });
  return { calls, events, handler };
};

describe('createActionHandler', () => {
  const effects: Partial<Record<ButtonAction, string>> = {
    start: 'start',
    resume: 'start',
    terms: 'start',
    open: 'start',
    show: 'start',
    done: 'start',
    'same-tab': 'start redirect',
    prepare: 'checklist',
    handoff: 'handoff',
    copy: 'send copy',
    share: 'send share',
    sms: 'send sms',
    email: 'send email',
  };
  for (const [action, effect] of Object.entries(effects))
    it(`does "${effect}" for ${action}`, () => {
      const { calls, handler } = setup();
      handler.handle(action as ButtonAction);
      expect(calls).to.deep.equal([effect]);
    });

  it('is refreshing from a check until its result, which it announces', async () => {
    const { calls, handler } = setup();
    handler.handle('check');
    expect(handler.refreshing).to.equal(true);
    expect(calls).to.deep.equal(['update']);
    await Promise.resolve();
    expect(handler.refreshing).to.equal(false);
    expect(calls).to.deep.equal(['update', 'announce state']);
  });

  it('retries what has failed: the refresh, or the start', () => {
    const refresh = setup(journeyIn('error', { retry: 'refresh' }));
    refresh.handler.handle('retry');
    expect(refresh.handler.refreshing).to.equal(true);
    const start = setup(journeyIn('error', { retry: 'start' }));
    start.handler.handle('retry');
    expect(start.calls).to.deep.equal(['start']);
  });

  it('reloads the page after vkyc-reload, unless the page cancels it', () => {
    for (const [canceled, effects] of [
      [false, ['reload']],
      [true, []],
    ] as const) {
      const { calls, events, handler } = setup(journeyIn('error'), { canceled });
      handler.handle('reload');
      expect(events.map(({ type, cancelable }) => [type, cancelable])).to.deep.equal([['vkyc-reload', true]]);
      expect(calls).to.deep.equal(effects);
    }
  });

  it('fires vkyc-remind with the next opening, and saves nothing if the page cancels it', () => {
    const { calls, events, handler } = setup(journeyIn('closed'));
    handler.handle('remind');
    const [event] = events;
    expect([event?.type, event?.cancelable]).to.deep.equal(['vkyc-remind', true]);
    expect(event && 'detail' in event && event.detail).to.deep.equal({ opensAt: '2026-11-24T04:30:00.000Z' });
    expect(calls).to.deep.equal([]);
  });

  it('fires nothing if the next opening is unknown', () => {
    const { events, handler } = setup(journeyIn('ready'));
    handler.handle('remind');
    expect(events).to.deep.equal([]);
  });
});
