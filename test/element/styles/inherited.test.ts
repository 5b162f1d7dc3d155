import { expect, fixture } from '@open-wc/testing';
import '../../../src/define.js';
import type { EnkashVkycButton } from '../../../src/element/enkash-vkyc-button.js';

/** What pages set for their own text, and what every element inside inherits. */
const OF_THE_PAGE: Readonly<Record<string, string>> = {
  'text-transform': 'uppercase',
  'letter-spacing': '5px',
  'word-spacing': '9px',
  'text-indent': '40px',
  'text-shadow': 'rgb(255, 0, 0) 1px 1px 1px',
  'text-align': 'end',
  'white-space': 'nowrap',
  'word-break': 'break-all',
  '-webkit-text-fill-color': 'rgba(0, 0, 0, 0)',
};

/** What the element takes over from the page. */
const TAKEN_OVER: Readonly<Record<string, string>> = {
  visibility: 'hidden',
  'pointer-events': 'none',
  'color-scheme': 'dark',
};

async function mountIn(style: string): Promise<HTMLElement[]> {
  const box = await fixture<HTMLElement>('<div><enkash-vkyc-button></enkash-vkyc-button></div>');
  box.style.cssText = style;
  const element = box.querySelector<EnkashVkycButton>('enkash-vkyc-button');
  await element?.updateComplete;
  return ['[part=label]', '.hint', '.disclosure'].flatMap(
    (selector) => element?.renderRoot.querySelector<HTMLElement>(selector) ?? [],
  );
}

/** A computed property of the label, the hint and the button of a panel. */
async function valuesOf(property: string, style: string): Promise<string[]> {
  const texts = await mountIn(style);
  expect(texts).to.have.length(3);
  return texts.map((text) => getComputedStyle(text).getPropertyValue(property));
}

describe('the text of the element', () => {
  for (const [property, value] of Object.entries(OF_THE_PAGE))
    it(`stays as it is where the page sets ${property} for its own text`, async () => {
      const values = await valuesOf(property, `${property}: ${value}`);
      expect(values).to.deep.equal(await valuesOf(property, ''));
      expect(values).not.to.include(value);
    });

  for (const [property, value] of Object.entries(TAKEN_OVER))
    it(`has the ${property} of the page`, async () => {
      expect(await valuesOf(property, `${property}: ${value}`)).to.deep.equal([value, value, value]);
    });
});
