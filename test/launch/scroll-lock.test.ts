import { expect } from '@open-wc/testing';

import { lockScroll } from '../../src/launch/scroll-lock.js';

describe('lockScroll', () => {
  const { style } = document.documentElement;
  afterEach(() => style.removeProperty('overflow'));

  it('keeps the page from scrolling until it is released', () => {
    const release = lockScroll();
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden');
    release();
    expect(style.overflow).to.equal('');
  });

  it("gives the page's own setting back", () => {
    style.overflow = 'clip';
    lockScroll()();
    expect(style.overflow).to.equal('clip');
  });

  it('holds until the last of several is released, in any order', () => {
    style.overflow = 'scroll';
    const first = lockScroll();
    const second = lockScroll();
    first();
    expect(style.overflow).to.equal('hidden');
    second();
    expect(style.overflow).to.equal('scroll');
  });

  it('counts a release once, however often it is called', () => {
    const first = lockScroll();
    const second = lockScroll();
    first();
    first();
    expect(style.overflow).to.equal('hidden');
    second();
    second();
    lockScroll()();
    expect(style.overflow).to.equal('');
  });
});
