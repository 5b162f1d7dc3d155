import { expect, fixture } from '@open-wc/testing';
import { markTight } from '../../src/element/mark-tight.js';
import { painted } from '../support/painted.js';

/** A box of a width in letters, whose ruler is observed. */
async function setup(letters: number) {
  const box = await fixture<HTMLElement>(
    '<div style="font-size: 20px"><div style="height: 1em"></div></div>',
  );
  const resize = async (width: number) => {
    box.style.width = `${width * 20}px`;
    await painted();
    return box.hasAttribute('data-tight');
  };
  box.style.width = `${letters * 20}px`;
  markTight(box.firstElementChild);
  await painted();
  return { box, resize, isTight: () => box.hasAttribute('data-tight') };
}

describe('markTight', () => {
  it('marks a box with less than 14 letters of width, from the first picture on', async () => {
    expect((await setup(13.9)).isTight()).to.equal(true);
    expect((await setup(14)).isTight()).to.equal(false);
  });

  it('follows the width of the box', async () => {
    const { resize } = await setup(20);
    expect(await resize(10)).to.equal(true);
    expect(await resize(20)).to.equal(false);
  });

  it('follows the size of the text', async () => {
    const { box, isTight } = await setup(20);
    box.style.fontSize = '40px';
    await painted();
    expect(isTight()).to.equal(true);
    box.style.fontSize = '20px';
    await painted();
    expect(isTight()).to.equal(false);
  });

  it('keeps the mark when a scroll bar goes because of it, so that the two do not take turns', async () => {
    const { resize } = await setup(13.5);
    expect(await resize(14.5)).to.equal(true);
    expect(await resize(15)).to.equal(false);
    expect(await resize(14.5)).to.equal(false);
  });

  it('observes in every writing mode what a line has, not what is wide', async () => {
    const box = await fixture<HTMLElement>(
      '<div style="font-size: 20px; writing-mode: vertical-rl; height: 400px"><div style="block-size: 1em"></div></div>',
    );
    markTight(box.firstElementChild);
    await painted();
    expect(box.hasAttribute('data-tight')).to.equal(false);
  });

  const STAND_INS: Readonly<Record<string, unknown>> = {
    'no observer': undefined,
    'one that cannot be constructed': () => ({ observe: () => undefined }),
    'one without methods': function Stub() {
      return undefined;
    },
    'one that observes nothing': class {
      observe = () => undefined;
    },
    'one that calls back with an entry of its own': class {
      readonly observe = (target: Element) => this.listener([{ target }]);
      constructor(readonly listener: (entries: object[]) => void) {}
    },
    'one that calls back with no entry': class {
      readonly observe = () => this.listener([]);
      constructor(readonly listener: (entries: object[]) => void) {}
    },
  };
  for (const [what, value] of Object.entries(STAND_INS))
    it(`marks nothing and throws nothing where a page or a test environment has ${what}`, async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'ResizeObserver');
      if (!own) throw new Error('The browser has no ResizeObserver.');
      if (value === undefined) Reflect.deleteProperty(window, 'ResizeObserver');
      else Object.defineProperty(window, 'ResizeObserver', { ...own, value });
      try {
        expect((await setup(1)).isTight()).to.equal(false);
      } finally {
        Object.defineProperty(window, 'ResizeObserver', own);
      }
    });

  it('does nothing without a ruler', () => {
    expect(() => {
      markTight(null);
    }).not.to.throw();
  });
});
