import { fixture, html } from '@open-wc/testing';

import { answer, MONDAY_11, SEED_LINK, type Answer } from './scenarios.js';
import type { VkycError } from '../../src/errors/vkyc-error.js';
import type { StartRequest } from '../../src/launch/start-request.js';
import type { JourneyChange, State } from '../../src/journey/journey.js';
import {
  isForEveryView,
  publicEventFor,
  failureToReport,
  type PublicEventDetails,
} from '../../src/element/public-event.js';
import { createSharedJourney } from '../../src/journey/create-shared-journey.js';
import type { JourneyObserver, SharedJourney } from '../../src/journey/shared-journey.js';
import type { CallMode } from '../../src/launch/call-mode.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import type { RenewalWay } from '../../src/session/session.js';
import { fakeWindows } from './fake-windows.js';
import { openDialog } from '../../src/launch/dialog.js';
import { DIALOG_MESSAGES } from './dialog-messages.js';
import { loadedPart } from './lazy-parts.js';
import { fakeSessionEndpoint, ENDPOINT } from './fake-session-endpoint.js';
import { FakeTimers } from './fake-timers.js';

/** An observer that records what an element would fire. */
export class RecordingObserver implements JourneyObserver {
  readonly events: [type: string, detail: unknown][] = [];
  readonly failures: VkycError[] = [];
  changes = 0;
  /** The endpoints that the page provides when it is asked for a fresh one. */
  fresh: Partial<Record<RenewalWay, string>> = {};
  /** The page's listener of `vkyc-open`. */
  onOpen = () => {};

  readonly #journey: SharedJourney;

  constructor(journey: SharedJourney) {
    this.#journey = journey;
  }

  journeyChanged() {
    this.changes++;
  }
  journeyReported(change: JourneyChange) {
    const isActive = this.#journey.activeView === this;
    const event = publicEventFor(change);
    if (event && (isActive || isForEveryView(event))) {
      this.events.push([event.type, event.detail]);
      if (event.type === 'open') this.onOpen();
    }
    const failure = failureToReport(change);
    if (failure && isActive) this.failures.push(failure);
  }
  renewEndpoint(way: RenewalWay) {
    const fresh = this.fresh[way];
    return fresh === undefined ? null : Promise.resolve(fresh);
  }
  /** The details of the events of one type. */
  eventsOf(type: keyof PublicEventDetails) {
    return this.events.filter((event) => event[0] === type).map(([, detail]) => detail);
  }
}

/** Journeys on the real session client and a fake backend, with fake timers and windows. */
export function setupJourneys() {
  const backend = fakeSessionEndpoint();
  const windows = fakeWindows();
  const cleanUps: (() => void)[] = [];
  let journeys = 0;
  afterEach(() => cleanUps.splice(0).forEach((cleanUp) => cleanUp()));

  function lastWindow() {
    const fake = windows.opened.at(-1);
    if (!fake) throw new Error('no window was opened');
    return fake;
  }

  /** A journey without observers, on a Monday at eleven in India. */
  async function setup() {
    const startedAt = performance.now();
    let sleptMs = 0;
    const timers = new FakeTimers({
      now: () => MONDAY_11 + performance.now() - startedAt + sleptMs,
      monotonic: () => performance.now(),
    });
    // Its own endpoint, so that no test counts late requests of another.
    const endpoint = `${ENDPOINT}/${++journeys}`;
    const requests = () => backend.requests.filter(({ url }) => new URL(url).pathname.startsWith(endpoint));
    let clearedRequests = 0;
    let endCount = 0;
    const onEnd = () => endCount++;
    const journey = createSharedJourney({ endpoint, credentials: 'same-origin', onEnd, timers });
    const observer = new RecordingObserver(journey);
    cleanUps.push(() => journey.leave(observer));
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const request = (mode: CallMode, hosts = DEFAULT_LINK_HOSTS): StartRequest => ({
      mode,
      hosts,
      placeholder: { lang: 'en', dir: 'ltr', title: 'Video KYC', text: 'Opening…' },
      dialog: { root, messages: DIALOG_MESSAGES, origins: [] },
      openDialog: loadedPart(openDialog),
    });
    return {
      journey,
      observer,
      timers,
      root,
      endpoint,
      endCount: () => endCount,
      /** The device sleeps: its date moves on, its monotonic clock stands still. */
      sleep: (ms: number) => {
        sleptMs += ms;
      },
      /** Sets the backend's responses from now on; a method that is not mentioned is not offered. */
      respond: (replies: Parameters<typeof backend.answers>[0], at = endpoint) =>
        backend.answers(replies, at),
      /** A response that carries the time of the test. */
      response: (content?: Answer) => () =>
        answer({ ...content, session: { serverTime: timers.now(), ...content?.session } }),
      /** The methods requested since the last `clearHistory`. */
      methods: () =>
        requests()
          .slice(clearedRequests)
          .map(({ method }) => method),
      untilRequests: (count: number) => timers.until(() => requests().length - clearedRequests >= count),
      untilState: (state: State) => timers.until(() => journey.state.state === state),
      clearHistory: () => {
        clearedRequests = requests().length;
        observer.events.length = 0;
      },
      start: (mode: CallMode = 'popup', hosts?: readonly string[]) => journey.start(request(mode, hosts)),
      /** Another element that shares the journey. */
      joinAnother: () => {
        const other = new RecordingObserver(journey);
        cleanUps.push(() => journey.leave(other));
        journey.join(other);
        return other;
      },
    };
  }

  /** A journey that has loaded, of a customer in progress unless the test says otherwise. */
  async function setupReady(status?: Answer['status']) {
    const ctx = await setup();
    ctx.respond({
      GET: ctx.response(status && { status }),
      POST: ctx.response({ link: SEED_LINK }),
    });
    ctx.journey.join(ctx.observer);
    await ctx.untilState('ready');
    ctx.clearHistory();
    return ctx;
  }

  /** A journey whose call is up in a popup. */
  async function setupOpen(status?: Answer['status']) {
    const ctx = await setupReady(status);
    ctx.start();
    await ctx.untilState('open');
    ctx.clearHistory();
    return ctx;
  }

  return { windows, lastWindow, setup, setupReady, setupOpen };
}
