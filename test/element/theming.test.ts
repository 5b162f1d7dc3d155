import { expect } from '@open-wc/testing';
import { HttpResponse } from 'msw';
import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { outlineContrast, textContrast } from '../support/contrast.js';
import { mount, mountReady, network, part, settled } from '../support/element-page.js';
import { answer, endpoint } from '../support/scenarios.js';

const ACCENTS = [
  '#ffd400',
  '#00b386',
  '#ff6600',
  '#1746c0',
  '#7f7f7f',
  '#757575',
  'white',
  'black',
  'hotpink',
  'oklch(0.62 0.2 140)',
];

const find = (element: EnkashVkycButton, selector: string) => {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The element has no ${selector}.`);
  return found;
};

describe('theming', () => {
  const net = network();
  beforeEach(() => net.answers(...endpoint()));

  describe('with any accent', () => {
    for (const accent of ACCENTS)
      it(`keeps the label, links and the focus ring readable with ${accent}`, async () => {
        const { element } = await mountReady({ handoff: '' });
        element.style.setProperty('--vkyc-accent', accent);
        element.style.setProperty('--vkyc-transition-duration', '0s');
        expect(textContrast(part(element, 'label')), 'label').to.be.at.least(4.5);
        net.answers(...endpoint({ get: () => answer({ status: 'under-review' }) }));
        await element.refresh();
        await element.updateComplete;
        expect(textContrast(part(element, 'label')), 'outlined label').to.be.at.least(4.5);
        part(element, 'button').focus();
        expect(outlineContrast(part(element, 'button')), 'focus ring').to.be.at.least(3);
      });

    it('uses the colour that the page sets for the label and for links', async () => {
      const { element } = await mountReady();
      element.style.setProperty('--vkyc-accent-contrast', 'rgb(1, 2, 3)');
      element.style.setProperty('--vkyc-link', 'rgb(4, 5, 6)');
      expect(getComputedStyle(part(element, 'button')).color).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(find(element, '#prepare-button svg')).color).to.equal('rgb(4, 5, 6)');
    });
  });

  describe('on a dark page that sets no color-scheme', () => {
    const texts = async (element: EnkashVkycButton, selectors: readonly string[]) => {
      const page = element.parentElement;
      if (!page) throw new Error('The element is not on a page.');
      page.style.cssText = 'background: #111827; color: #fff';
      await element.updateComplete;
      for (const selector of selectors)
        expect(textContrast(find(element, selector)), selector).to.be.at.least(4.5);
    };

    it('keeps every text readable', async () => {
      const { element } = await mountReady({ handoff: '' });
      await texts(element, ['[part=label]', '[part=badge]', '.hint', '#prepare-button', '#handoff-button']);
    });

    it('keeps a failure and its reference readable', async () => {
      net.answers(...endpoint({ get: () => new HttpResponse(null, { status: 500 }) }));
      const failed = (await mount()).element;
      await settled(failed, 'error');
      await texts(failed, ['[part=error]', '[part=error-reference]']);
    });

    it('keeps the smaller button readable', async () => {
      const { element } = await mount({ 'working-hours': '06:00-07:00' });
      await settled(element, 'closed');
      await texts(element, ['[part=secondary-button]', '.hint']);
    });
  });

  it('names the look of the button by a second part', async () => {
    const { element } = await mountReady();
    const look = () => part(element, 'button').getAttribute('part');
    expect(look()).to.equal('button');
    for (const [status, expected] of [
      ['under-review', 'button quiet'],
      ['verified', 'button done'],
    ] as const) {
      net.answers(...endpoint({ get: () => answer({ status }) }));
      await element.refresh();
      await element.updateComplete;
      expect(look()).to.equal(expected);
    }
  });

  it('names the look of a button that does nothing by a second part', async () => {
    const { element } = await mount({ 'working-hours': '06:00-07:00' });
    await settled(element, 'closed');
    expect(part(element, 'button').getAttribute('part')).to.equal('button off');
    element.workingHours = '00:00-24:00';
    await settled(element, 'ready');
    element.disabled = true;
    await element.updateComplete;
    expect(part(element, 'button').getAttribute('part')).to.equal('button off');
  });

  it('is only the button, its badge and its sentence when compact', async () => {
    const { element } = await mountReady({ handoff: '' });
    const { height } = element.getBoundingClientRect();
    element.compact = true;
    await element.updateComplete;
    expect(element.hasAttribute('compact')).to.equal(true);
    expect(element.renderRoot.querySelector('[part=panels]')).to.equal(null);
    expect(element.getBoundingClientRect().height).to.be.below(height - 80);
    for (const name of ['button', 'badge', 'hint'])
      expect(part(element, name).checkVisibility()).to.equal(true);
  });

  it('shows the page’s own icon in place of ours', async () => {
    const { element } = await mountReady();
    const icon = Object.assign(document.createElement('b'), { slot: 'icon', textContent: 'i' });
    element.append(icon);
    expect(icon.checkVisibility()).to.equal(true);
    expect(find(element, '[part=icon] svg').getBoundingClientRect().width).to.equal(0);
  });

  it('is never wider than its container, also in a grid whose columns share the space', async () => {
    const { element } = await mountReady();
    const page = element.parentElement;
    if (!page) throw new Error('The element is not on a page.');
    for (const columns of ['1fr 1fr', 'auto auto']) {
      page.style.cssText = `display: grid; grid-template-columns: ${columns}; inline-size: 300px`;
      page.append(document.createElement('div'));
      expect(page.scrollWidth, columns).to.equal(300);
    }
  });
});
