import { expect } from '@open-wc/testing';

import { openRedirect } from '../../src/launch/redirect.js';
import { FakeTimers } from '../support/fake-timers.js';

const LINK = new URL('https://go.signzy.tech/eMain');

/** A page that records where its tab goes, and the reasons for which it was not left. */
function setup(top: (page: Window) => unknown = (page) => page) {
  const timers = new FakeTimers();
  const urls: string[] = [];
  const reasons: string[] = [];
  const location = {
    set href(url: string) {
      urls.push(url);
    },
  };
  const page = Object.assign(new EventTarget(), {
    location,
    document: Object.assign(new EventTarget(), { hidden: false }),
  });
  const win = page as unknown as Window;
  Object.assign(page, { top: top(win) });
  const target = openRedirect({ after: timers.after, onStay: (reason) => reasons.push(reason), win });
  const setHidden = (hidden: boolean) => {
    page.document.hidden = hidden;
    page.document.dispatchEvent(new Event('visibilitychange'));
  };
  return { target, urls, reasons, timers, page, setHidden };
}

describe('openRedirect', () => {
  it('navigates this tab with an entry in its history, so that Back returns to the page', () => {
    const { target, urls } = setup();
    expect(urls).to.deep.equal([]);
    expect(target.go(LINK)).to.equal(true);
    expect(urls).to.deep.equal([LINK.href]);
  });

  describe('in a frame', () => {
    it('navigates the page around it, never the frame', () => {
      const outer: string[] = [];
      const { target, urls } = setup(() => ({
        location: {
          set href(url: string) {
            outer.push(url);
          },
        },
      }));
      expect(target.go(LINK)).to.equal(true);
      expect(outer).to.deep.equal([LINK.href]);
      expect(urls).to.deep.equal([]);
    });

    it('navigates nothing where the frame may not navigate the page around it', () => {
      const { target, urls, timers } = setup(() => ({
        location: {
          set href(_: string) {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          },
        },
      }));
      expect(target.go(LINK)).to.equal(false);
      expect(urls).to.deep.equal([]);
      expect(timers.pendingDelays).to.deep.equal([]);
    });
  });

  describe('when the page is not left', () => {
    it('reports user after five seconds', async () => {
      const { target, reasons, timers } = setup();
      target.go(LINK);
      await timers.advance(4999);
      expect(reasons).to.deep.equal([]);
      await timers.advance(1);
      expect(reasons).to.deep.equal(['user']);
      await timers.advance(60_000);
      expect(reasons).to.deep.equal(['user']);
    });

    it('reports severed as soon as the page is seen again, since an app may show the call', async () => {
      const { target, reasons, timers, setHidden } = setup();
      target.go(LINK);
      setHidden(true);
      await timers.advance(60_000);
      expect(reasons).to.deep.equal([]);
      setHidden(false);
      expect(reasons).to.deep.equal(['severed']);
      setHidden(true);
      setHidden(false);
      expect(reasons).to.deep.equal(['severed']);
    });
  });

  it('reports nothing for a page that is left, or after stop', async () => {
    for (const how of ['pagehide', 'stop'] as const) {
      const { target, reasons, timers, page, setHidden } = setup();
      target.go(LINK);
      if (how === 'stop') target.stop();
      else page.dispatchEvent(new Event('pagehide'));
      expect(timers.pendingDelays, how).to.deep.equal([]);
      setHidden(true);
      setHidden(false);
      await timers.advance(60_000);
      expect(reasons, how).to.deep.equal([]);
    }
  });
});
