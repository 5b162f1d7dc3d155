import { expect, waitUntil } from '@open-wc/testing';
import type { EnkashVkycButton } from '../../src/define.js';
import { mount, mountReady, network, ownEndpoint, part, settled } from '../support/element-page.js';
import { endpoint } from '../support/scenarios.js';

function addFrame(): HTMLIFrameElement & { contentDocument: Document } {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return frame as HTMLIFrameElement & { contentDocument: Document };
}

/** The height of the button, whose styles demand at least 44 px, and the number of its style sheets. */
const look = (element: EnkashVkycButton) => ({
  height: Math.round(part(element, 'button').getBoundingClientRect().height),
  sheets: element.renderRoot.adoptedStyleSheets.length,
});

describe('another document', () => {
  const net = network();
  beforeEach(() => net.answers(...endpoint()));

  it('shows the element with its styles, and so does its own when it moves back', async () => {
    const { element } = await mountReady();
    const home = element.parentElement;
    const before = look(element);
    expect(before.sheets).to.be.above(0);
    const frame = addFrame();
    for (const place of [frame.contentDocument.body, home, frame.contentDocument.body, home]) {
      place?.append(element);
      await settled(element, 'ready');
      expect(look(element)).to.deep.equal(before);
    }
    expect(net.requests).to.deep.equal(['GET']);
    frame.remove();
  });

  it('shows an element that was never in its own document', async () => {
    const { element: model } = await mountReady();
    const frame = addFrame();
    const element = document.createElement('enkash-vkyc-button');
    element.sessionEndpoint = ownEndpoint();
    frame.contentDocument.body.append(element);
    await settled(element, 'ready');
    expect(look(element)).to.deep.equal(look(model));
    frame.remove();
  });

  it('without a window is survived: a template, a parsed document', async () => {
    const { element } = await mountReady();
    const home = element.parentElement;
    const before = look(element);
    for (const inert of [
      document.createElement('template').content,
      document.implementation.createHTMLDocument().body,
    ]) {
      inert.append(element);
      await Promise.resolve();
      home?.append(element);
      await settled(element, 'ready');
      expect(look(element)).to.deep.equal(before);
    }
  });

  it('gives its language to the element, also through shadow roots', async () => {
    const { element } = await mount();
    const frame = addFrame();
    const host = frame.contentDocument.createElement('div');
    host.lang = 'en-IN';
    frame.contentDocument.body.append(host);
    host.attachShadow({ mode: 'open' }).append(element);
    await element.updateComplete;
    expect(part(element, 'base').lang).to.equal('en');
    frame.remove();
  });
});

describe('a frame without an address of its own', () => {
  it('about:srcdoc resolves a relative endpoint against the origin that it inherits, whatever its <base> says', async () => {
    const requests: string[] = [];
    Object.assign(window, {
      answerFrame: (url: string) => {
        requests.push(url);
        return Promise.resolve(new Response('{"kycStatus":"MIN_KYC_VERIFIED"}'));
      },
    });
    const frame = addFrame();
    const markup = `<!doctype html><base href="https://elsewhere.example/">
        <script>window.fetch = (url) => parent.answerFrame(url)</script>
        <script type="module" src="${new URL('../../src/define.ts', import.meta.url).href}"></script>
        <enkash-vkyc-button session-endpoint="/vkyc/session/x"></enkash-vkyc-button>`;
    frame.srcdoc = markup;
    // a page that loads every module by itself takes long in a busy engine
    await waitUntil(() => requests.length > 0, 'the element has asked', { timeout: 10_000 });
    expect(requests).to.deep.equal([`${location.origin}/vkyc/session/x`]);
    expect(frame.contentWindow?.location.href.split('#')[0]).to.be.oneOf(['about:srcdoc', location.href]);
    frame.remove();
  });
});
