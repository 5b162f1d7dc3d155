import { waitUntil } from '@open-wc/testing';
import type { EnkashVkycButton } from '../../src/define.js';
import { MONDAY_11 } from './scenarios.js';

/** A page of its own in a frame, with one element, where a test can prepare the built-ins before the script runs. */
export interface FramePage {
  readonly view: Window & typeof globalThis;
  readonly element: EnkashVkycButton;
  /** The uncaught errors and unhandled rejections of the page. */
  readonly errors: readonly string[];
  /** The types of the element's events, in order. */
  readonly events: readonly string[];
  readonly requests: readonly string[];
  remove(): void;
}

export interface FramePageOptions {
  /** A classic script that runs before anything else. */
  readonly prelude: string;
  /** The state to wait for. Default: `ready`. */
  readonly state?: string;
  readonly attributes?: string;
  /** The URL of a classic script that is loaded after the prelude. */
  readonly script?: string;
}

const REPLY = JSON.stringify({
  kycStatus: 'MIN_KYC_VERIFIED',
  kycSubStatus: 'VKYC_IN_PROGRESS',
  session: { serverTime: MONDAY_11 },
});

/** Opens a page in a frame, with the session endpoint answered by the test. */
export async function openFramePage(options: FramePageOptions): Promise<FramePage> {
  const { prelude, state = 'ready', attributes = '', script } = options;
  const errors: string[] = [];
  const events: string[] = [];
  const requests: string[] = [];
  Object.assign(window, {
    framePage: {
      fail: (message: unknown) => errors.push(String(message)),
      record: (type: string) => events.push(type),
      answer: (_url: string, { method }: RequestInit) => {
        requests.push(method ?? '');
        return new Response(REPLY);
      },
    },
  });
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size: 400px; block-size: 400px';
  frame.srcdoc = `<!doctype html><html lang="en"><body><script>
    addEventListener('error', (event) => parent.framePage.fail(event.message));
    addEventListener('unhandledrejection', (event) => parent.framePage.fail(event.reason));
    for (const type of ['start', 'open', 'close', 'status-change', 'availability-change', 'error'])
      addEventListener('vkyc-' + type, (event) => parent.framePage.record(event.type));
    // a promise of this page: zone.js patches the class of what fetch returns, which must not be the one of the tests
    window.fetch = async (url, init) => parent.framePage.answer(url, init);
    ${prelude}
  </script>
  ${script ? `<script src="${script}"></script>` : ''}
  <script type="module" src="${new URL('../../src/define.ts', import.meta.url).href}"></script>
  <enkash-vkyc-button session-endpoint="/vkyc/session/x" ${attributes}></enkash-vkyc-button>`;
  document.body.append(frame);
  const find = () => frame.contentDocument?.querySelector('enkash-vkyc-button');
  await waitUntil(() => find()?.state === state, `the state is ${state}`, { timeout: 10_000 });
  const element = find();
  const view = frame.contentWindow;
  if (!element || !view) throw new Error('The frame has no element.');
  await element.updateComplete;
  return {
    view: view as Window & typeof globalThis,
    element,
    errors,
    events,
    requests,
    remove: () => frame.remove(),
  };
}
