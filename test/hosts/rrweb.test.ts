import { expect } from '@open-wc/testing';
import { record } from 'rrweb';
import { mount, network, part, settled } from '../support/element-page.js';
import { fakeWindows } from '../support/fake-windows.js';
import { docSnippet } from '../support/doc-snippet.js';
import { endpoint, SEED_LINK } from '../support/scenarios.js';

type Emit = (event: unknown) => void;
/** Each visit has its own endpoint, since a call outlives its element. */
let visits = 0;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('a page that rrweb records', () => {
  const net = network();
  fakeWindows();
  const fetch = window.fetch.bind(window);
  beforeEach(() => {
    net.answers(...endpoint());
    // The recorded endpoint is answered as that of the test.
    window.fetch = (url, init) => fetch((url as string).replace('secret', 'demo'), init);
  });
  afterEach(() => Object.assign(window, { fetch }));

  /** What a recorder saw of a visit: load, a call, and a re-rendered attribute. */
  async function recordVisit(
    start: (emit: Emit) => (() => void) | undefined,
    asProperty: boolean,
  ): Promise<string> {
    const events: unknown[] = [];
    const stop = start((event) => events.push(event));
    const secret = `/vkyc/session/secret-token?visit=${visits++}`;
    const { element } = await mount({ 'session-endpoint': asProperty ? '' : secret });
    if (asProperty) element.sessionEndpoint = secret;
    await settled(element, 'ready');
    part(element, 'button').click();
    await settled(element, 'open');
    if (!asProperty) element.setAttribute('session-endpoint', `${secret}&again`);
    await nextFrame();
    await nextFrame();
    stop?.();
    return JSON.stringify(events);
  }

  const plain = (emit: Emit) => record({ emit });

  it('gives it the endpoint when that is an attribute', async () => {
    expect(await recordVisit(plain, false)).to.include('secret-token');
  });

  it('gives it nothing of the endpoint when that is a property', async () => {
    const recorded = await recordVisit(plain, true);
    expect(recorded).to.include('enkash-vkyc-button').and.not.include('secret-token');
  });

  it('gives it nothing of the endpoint with the filter of the documentation', async () => {
    const run = await docSnippet('privacy.md', 'blockSelector');
    const filtered = (emit: Emit) => {
      let stop: (() => void) | undefined;
      run({ saveEvent: emit, record: (options: object) => (stop = record(options)) });
      return stop;
    };
    const recorded = await recordVisit(filtered, false);
    expect(recorded).to.include('enkash-vkyc-button').and.not.include('secret-token');
  });

  it('never gives it the link', async () => {
    expect(await recordVisit(plain, false)).not.to.include(new URL(SEED_LINK).hostname);
  });
});
