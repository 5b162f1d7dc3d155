import { expect, fixture } from '@open-wc/testing';
import '../../../src/define.js';
import type { EnkashVkycButton } from '../../../src/element/enkash-vkyc-button.js';

const TAG = '<enkash-vkyc-button></enkash-vkyc-button>';

/** Containers that fit their content, where nothing else says how wide the element is. */
const FITTING_CONTAINERS: Readonly<Record<string, string>> = {
  'an inline block': `<div style="display: inline-block">${TAG}</div>`,
  'a float': `<div style="float: left">${TAG}</div>`,
  'a box of fit-content': `<div style="width: fit-content">${TAG}</div>`,
  'an absolutely positioned box': `<div style="position: absolute">${TAG}</div>`,
  'a table cell': `<table cellspacing="0" cellpadding="0"><tr><td>${TAG}</td></tr></table>`,
  'a box in a row': `<div style="display: flex"><div>${TAG}</div></div>`,
  'a centred box in a column': `<div style="display: flex; flex-direction: column; align-items: center"><div>${TAG}</div></div>`,
  'a centred box in a grid': `<div style="display: grid; place-items: center"><div>${TAG}</div></div>`,
  'a grid column of auto': `<div style="display: grid; grid-template-columns: auto 1fr">${TAG}</div>`,
  'a dialog': `<dialog open style="position: static; padding: 0; border: 0">${TAG}</dialog>`,
};

/** Mounts a container in a box of the given width, which has no scroll bar of its own. */
async function mountIn(container: string, { width, style = '' }: { width: number; style?: string }) {
  const box = await fixture<HTMLElement>(
    `<div style="position: relative; width: ${width}px;">${container}</div>`,
  );
  const element = box.querySelector<EnkashVkycButton>('enkash-vkyc-button');
  if (!element) throw new Error('The container has no element.');
  element.style.cssText = style;
  await element.updateComplete;
  return { box, width: Math.round(element.getBoundingClientRect().width) };
}

describe('the width of the element', () => {
  for (const [name, container] of Object.entries(FITTING_CONTAINERS)) {
    it(`is its own in ${name} that fits its content`, async () => {
      expect((await mountIn(container, { width: 700 })).width).to.equal(320);
      const narrow = await mountIn(container, { width: 700, style: '--vkyc-width: 12rem' });
      expect(narrow.width, '12rem').to.equal(192);
      const wide = await mountIn(container, { width: 700, style: '--vkyc-width: 30rem' });
      expect(wide.width, '30rem').to.equal(480);
    });

    it(`is something in ${name} that fits its content, if it is a percentage`, async () => {
      const { width } = await mountIn(container, { width: 700, style: '--vkyc-width: 100%' });
      expect(width).to.be.at.least(300);
    });

    it(`is not more than that of ${name} with little room`, async () => {
      const { box, width } = await mountIn(container, { width: 200 });
      expect(width).to.be.within(150, 200);
      expect(box.scrollWidth).to.equal(200);
    });
  }

  it('is that of its container in two columns of a narrow grid', async () => {
    for (const columns of ['1fr 1fr', 'auto auto']) {
      const { width } = await mountIn(
        `<div style="display: grid; grid-template-columns: ${columns}">${TAG}${TAG}</div>`,
        { width: 300 },
      );
      expect(width, columns).to.equal(150);
    }
  });

  it('is what the page says, and its content fills it', async () => {
    const { box } = await mountIn(`<div>${TAG}</div>`, { width: 700, style: 'width: 600px' });
    const base = box.querySelector('enkash-vkyc-button')?.shadowRoot?.querySelector('.base');
    expect(base?.getBoundingClientRect().width).to.equal(600);
  });
});
