import { expect } from '@open-wc/testing';
import { Idiomorph } from 'idiomorph';
import morphdom from 'morphdom';
import type { EnkashVkycButton } from '../../src/define.js';
import { mountReady, network, ownEndpoint, settled } from '../support/element-page.js';
import { endpoint } from '../support/scenarios.js';

/** Its types describe a CommonJS module, its browser build is an ES module. */
const morph = morphdom as unknown as (from: Node, to: string) => Node;

const reflected = (element: EnkashVkycButton) => [
  element.getAttribute('state'),
  element.getAttribute('phase'),
];
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

type Morph = (element: EnkashVkycButton, markup: string) => unknown;

/** What re-rendering a page with the server's markup does to the element, which has no `state` and `phase` there. */
const MORPHS: Readonly<Record<string, Morph>> = {
  morphdom: (element, markup) => morph(element, markup),
  idiomorph: (element, markup) => Idiomorph.morph(element, markup),
  'a loop that removes every attribute': (element) => {
    const endpointUrl = element.getAttribute('session-endpoint') ?? '';
    for (let rounds = 0; element.attributes.length > 0 && rounds < 100; rounds++)
      element.removeAttribute(element.attributes[0]?.name ?? '');
    element.setAttribute('session-endpoint', endpointUrl);
  },
  'markup of another state': (element) => {
    element.setAttribute('state', 'loading');
    element.setAttribute('phase', '');
  },
};

describe('page morphing', () => {
  const net = network();
  beforeEach(() => net.answers(...endpoint()));

  for (const [name, morph] of Object.entries(MORPHS))
    it(`by ${name} leaves state and phase in place, again and again, with one request`, async () => {
      const { element } = await mountReady();
      const markup = `<enkash-vkyc-button session-endpoint="${ownEndpoint()}"></enkash-vkyc-button>`;
      for (let round = 0; round < 5; round++) {
        await morph(element, markup);
        await nextTask();
        await settled(element, 'ready');
        expect(element.isConnected).to.equal(true);
        expect(reflected(element)).to.deep.equal(['ready', 'in-progress']);
      }
      if (name !== 'a loop that removes every attribute') expect(net.requests).to.deep.equal(['GET']);
    });

  it('of a page that removes the attributes each time they are set neither hangs nor loops', async () => {
    const { element } = await mountReady();
    let removals = 0;
    const observer = new MutationObserver(() => {
      if (!element.hasAttribute('state')) return;
      removals++;
      element.removeAttribute('state');
    });
    observer.observe(element, { attributes: true });
    element.removeAttribute('state');
    for (let task = 0; task < 20; task++) await nextTask();
    expect(removals).to.be.within(1, 25);
    observer.disconnect();
  });

  it('while the element is out of the page is made good when it is back', async () => {
    const { element } = await mountReady();
    const { parentElement } = element;
    element.remove();
    for (const name of ['state', 'phase']) element.removeAttribute(name);
    parentElement?.append(element);
    await nextTask();
    expect(reflected(element)).to.deep.equal(['ready', 'in-progress']);
  });
});
