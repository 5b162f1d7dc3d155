import { expect } from '@open-wc/testing';
import { HttpResponse } from 'msw';
import { EnkashVkycButton } from '../../src/define.js';
import hi from '../../src/locales/hi.js';
import { mountReady, network, part, settled } from '../support/element-page.js';
import { fakeWindows } from '../support/fake-windows.js';
import { answer, endpoint } from '../support/scenarios.js';

/** The text nodes under a node, in all of its open shadow roots. */
function textNodesIn(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes.filter(({ data }) => data.trim() !== '');
}

function wrap(text: Text): void {
  const outer = document.createElement('span');
  const inner = document.createElement('span');
  inner.textContent = `übersetzt: ${text.data}`;
  outer.append(inner);
  text.replaceWith(outer);
}

/** What translators do to the text nodes of a page. */
const TRANSLATORS: Readonly<Record<string, (text: Text) => void>> = {
  'wraps each text node': wrap,
  'replaces each text node by another': (text) => text.replaceWith(`übersetzt: ${text.data}`),
  'splits each text node': (text) => text.splitText(Math.ceil(text.length / 2)),
  'empties each text node and writes beside it': (text) => {
    text.after(`übersetzt: ${text.data}`);
    text.data = '';
  },
  'removes each text node': (text) => text.remove(),
};

describe('a page whose translator', () => {
  const net = network();
  fakeWindows();
  before(() => EnkashVkycButton.registerMessages('hi', hi));
  beforeEach(() => net.answers(...endpoint()));

  for (const [name, translate] of Object.entries(TRANSLATORS))
    it(`${name} reads the words of each new state and language`, async () => {
      const { element } = await mountReady({ handoff: '' });
      const { renderRoot } = element;
      const translateAll = () => textNodesIn(renderRoot).forEach(translate);
      const words = () => renderRoot.querySelector('.base')?.textContent ?? '';
      const expectWords = (...texts: readonly (string | undefined)[]) => {
        for (const text of texts) expect(words()).to.include(text);
        expect(part(element, 'label').textContent.trim()).to.equal(texts[0]);
      };

      translateAll();
      net.answers(...endpoint({ get: () => new HttpResponse(null, { status: 500 }) }));
      await element.refresh();
      await settled(element, 'error');
      expectWords('Try again', 'Something went wrong on our side.');

      translateAll();
      net.answers(...endpoint({ get: () => answer({ status: 'under-review' }) }));
      await element.refresh();
      await settled(element, 'ready');
      expectWords('Check status', 'EnKash is reviewing it');

      translateAll();
      element.lang = 'hi';
      await element.updateComplete;
      expectWords(hi.actions.check, hi.actions.prepare, hi.actions.handoff, hi.hints['under-review']);
    });
});
