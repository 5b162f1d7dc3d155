import { fixture, html } from '@open-wc/testing';

import { answer, MONDAY_11, SEED_LINK, type Answer } from './scenarios.js';
import type { VkycError } from '../../src/errors/vkyc-error.js';
import type { StartRequest } from '../../src/journey/call-runner.js';
import type { JourneyView } from '../../src/journey/audience.js';
import { createJourneyController } from '../../src/journey/journey-controller.js';
import type { State } from '../../src/journey/journey.js';
import type { PublicEvent, PublicEventDetails } from '../../src/journey/public-event.js';
import type { CallMode } from '../../src/launch/call-mode.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import type { RenewalWay } from '../../src/session/session.js';
import { fakeWindows } from './fake-windows.js';
import { WORDS } from './dialog-messages.js';
import { fakeSessionEndpoint, ENDPOINT } from './fake-session-endpoint.js';
import { FakeTimers } from './fake-timers.js';

/** An element, as a journey sees it: it writes down what it is told. */
export class Watcher implements JourneyView {
  readonly notices: [type: string, detail: unknown][] = [];
  readonly failures: VkycError[] = [];
  changes = 0;
  /** What the page gives when it is asked for a fresh endpoint. */
  fresh: Partial<Record<RenewalWay, string>> = {};
  /** What the page does when the call opens. */
  opened = () => {};

  journeyChanged() {
    this.changes++;
  }
  journeyNotice({ type, detail }: PublicEvent) {
    this.notices.push([type, detail]);
    if (type === 'open') this.opened();
  }
  journeyFailed(failure: VkycError) {
    this.failures.push(failure);
  }
  renewEndpoint(way: RenewalWay) {
    const fresh = this.fresh[way];
    return fresh === undefined ? null : Promise.resolve(fresh);
  }
  /** What was told of one kind. */
  heard(type: keyof PublicEventDetails) {
    return this.notices.filter((notice) => notice[0] === type).map(([, detail]) => detail);
  }
}

/** Journeys on a real client and a stand-in for the backend, with time and windows in the hands of the test. */
export function journeyBench() {
  const backend = fakeSessionEndpoint();
  const windows = fakeWindows();
  const leavings: (() => void)[] = [];
  let journeys = 0;
  afterEach(() => leavings.splice(0).forEach((leave) => leave()));

  /** The last window that was opened. */
  function call() {
    const fake = windows.opened.at(-1);
    if (!fake) throw new Error('no window was opened');
    return fake;
  }

  /** A journey that nobody has joined yet, on a Monday at eleven in India. */
  async function journey() {
    const begun = performance.now();
    let slept = 0;
    const timers = new FakeTimers({
      now: () => MONDAY_11 + performance.now() - begun + slept,
      monotonic: () => performance.now(),
    });
    // one of its own, so that no test sees what another one still asks
    const endpoint = `${ENDPOINT}/${++journeys}`;
    const requests = () => backend.requests.filter(({ url }) => new URL(url).pathname.startsWith(endpoint));
    let forgotten = 0;
    let ended = 0;
    const controller = createJourneyController(endpoint, 'same-origin', () => ended++, timers);
    const view = new Watcher();
    leavings.push(() => controller.leave(view));
    const host = await fixture<HTMLElement>(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    const request = (mode: CallMode, hosts = DEFAULT_LINK_HOSTS): StartRequest => ({
      mode,
      hosts,
      placeholder: { lang: 'en', dir: 'ltr', title: 'Video KYC', text: 'Opening…' },
      dialog: { root, messages: WORDS, origins: [] },
    });
    return {
      controller,
      view,
      timers,
      root,
      endpoint,
      ended: () => ended,
      /** The device sleeps so many milliseconds: its date moves on, its monotonic clock stands still. */
      sleep: (ms: number) => {
        slept += ms;
      },
      /** Says how the backend answers from now on; a method not spoken of is not offered. */
      answers: (replies: Parameters<typeof backend.answers>[0], at = endpoint) =>
        backend.answers(replies, at),
      /** An answer by the time of the test. */
      says: (what?: Answer) => () =>
        answer({ ...what, session: { serverTime: timers.now(), ...what?.session } }),
      /** The methods that were asked since the last `forget`. */
      methods: () =>
        requests()
          .slice(forgotten)
          .map(({ method }) => method),
      asked: (times: number) => timers.until(() => requests().length - forgotten >= times),
      forget: () => {
        forgotten = requests().length;
        view.notices.length = 0;
      },
      is: (state: State) => timers.until(() => controller.journey.state === state),
      start: (mode: CallMode = 'popup', hosts?: readonly string[]) => controller.start(request(mode, hosts)),
      /** Another element that shares the journey. */
      another: () => {
        const other = new Watcher();
        leavings.push(() => controller.leave(other));
        controller.join(other);
        return other;
      },
    };
  }

  /** A journey of a customer in progress, unless said otherwise, that has been answered. */
  async function ready(standing?: Answer['standing']) {
    const it = await journey();
    it.answers({ GET: it.says(standing && { standing }), POST: it.says({ link: SEED_LINK }) });
    it.controller.join(it.view);
    await it.is('ready');
    it.forget();
    return it;
  }

  /** A journey whose call is up in a popup. */
  async function open(standing?: Answer['standing']) {
    const it = await ready(standing);
    it.start();
    await it.is('open');
    it.forget();
    return it;
  }

  return { windows, call, journey, ready, open };
}
