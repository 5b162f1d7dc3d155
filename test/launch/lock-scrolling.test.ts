import { expect } from '@open-wc/testing';

import { lockScrolling } from '../../src/launch/lock-scrolling.js';

const { style } = document.documentElement;
const overflow = (element: Element = document.documentElement) => getComputedStyle(element).overflowY;

describe('lockScrolling', () => {
  afterEach(() => {
    style.removeProperty('overflow');
    document.body.style.removeProperty('overflow-y');
  });

  it('keeps the page from scrolling until it is unlocked, without writing to its attributes', () => {
    const { length } = document.adoptedStyleSheets;
    const unlock = lockScrolling(document);
    expect(overflow()).to.equal('hidden');
    expect(document.documentElement.hasAttribute('style') && style.overflow).to.be.oneOf([false, '']);
    unlock();
    expect(overflow()).to.equal('visible');
    expect(document.adoptedStyleSheets).to.have.length(length);
  });

  const interleaved: [order: string, steps: (unlock: () => void) => void][] = [
    [
      'ours first, ended first',
      (unlock) => {
        style.overflow = 'hidden';
        unlock();
        style.overflow = '';
      },
    ],
    [
      'ours first, ended last',
      (unlock) => {
        style.overflow = 'hidden';
        style.overflow = '';
        expect(overflow()).to.equal('hidden');
        unlock();
      },
    ],
    [
      'theirs ended by writing back what they found during ours',
      (unlock) => {
        const found = style.overflow;
        const sheets = [...document.adoptedStyleSheets];
        style.overflow = 'hidden';
        unlock();
        style.overflow = found;
        document.adoptedStyleSheets = sheets;
      },
    ],
    [
      'a second one of ours, ended last',
      (unlock) => {
        const unlockSecond = lockScrolling(document);
        unlock();
        expect(overflow()).to.equal('hidden');
        unlockSecond();
      },
    ],
    [
      'a second one of ours, ended first',
      (unlock) => {
        lockScrolling(document)();
        expect(overflow()).to.equal('hidden');
        unlock();
      },
    ],
  ];
  for (const [order, steps] of interleaved)
    it(`leaves the page unlocked after interleaved locks: ${order}`, () => {
      const before = document.adoptedStyleSheets;
      try {
        steps(lockScrolling(document));
        expect(overflow()).to.equal('visible');
      } finally {
        document.adoptedStyleSheets = before;
      }
    });

  it('leaves the page unlocked after a lock of the page that began before it and ended during it', () => {
    style.overflow = 'hidden';
    const unlock = lockScrolling(document);
    style.overflow = '';
    expect(overflow()).to.equal('hidden');
    unlock();
    expect(overflow()).to.equal('visible');
  });

  it("leaves a page's own lock alone", () => {
    style.overflow = 'clip';
    lockScrolling(document)();
    expect(style.overflow).to.equal('clip');
  });

  it('locks the body where it is the body that scrolls the page', () => {
    document.body.style.overflowY = 'scroll';
    const unlock = lockScrolling(document);
    expect(overflow(document.body)).to.equal('hidden');
    expect(overflow()).to.equal('visible');
    unlock();
    expect(overflow(document.body)).to.equal('scroll');
  });

  it('reserves the space of a scrollbar, so that the page keeps its width', () => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width:300px;height:200px';
    document.body.append(frame);
    try {
      const page = frame.contentDocument as Document;
      page.body.style.height = '2000px';
      page.documentElement.style.overflowY = 'scroll';
      const { clientWidth } = page.documentElement;
      const unlock = lockScrolling(page);
      expect(page.documentElement.clientWidth).to.equal(clientWidth);
      expect(page.defaultView?.getComputedStyle(page.documentElement).overflowY).to.equal('hidden');
      unlock();
    } finally {
      frame.remove();
    }
  });
});
