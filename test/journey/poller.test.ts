import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { createPoller } from '../../src/journey/poller.js';
import { FakeTimers } from '../support/fake-timers.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A poller, its page, and when it asked (in ms); questions are answered at once unless `answer` says otherwise. */
function bench(answer: () => Promise<void> = () => Promise.resolve()) {
  const timers = new FakeTimers();
  const page = { hidden: false, online: true };
  const asked: number[] = [];
  const poller = createPoller(
    () => {
      asked.push(timers.monotonic());
      return answer();
    },
    timers,
    () => page,
  );
  return { timers, page, asked, poller };
}

/** The pauses before each question. */
const pauses = (asked: readonly number[]) => asked.map((at, nth) => at - (asked[nth - 1] ?? 0));

describe('a poller', () => {
  it('does not ask unless it is told to', async () => {
    const { timers, asked, poller } = bench();
    poller.pageChanged();
    poller.obey(5000);
    await poller.askNow();
    await timers.advance(HOUR);
    expect(asked).to.deep.equal([]);
  });

  it('asks briskly after 5 seconds, then ever more slowly up to 30', async () => {
    const { timers, asked, poller } = bench();
    poller.run('brisk');
    await timers.advance(5 * MINUTE);
    expect(pauses(asked).slice(0, 7)).to.deep.equal([5000, 7500, 11_250, 16_875, 25_312.5, 30_000, 30_000]);
  });

  it('asks slowly every 30 seconds', async () => {
    const { timers, asked, poller } = bench();
    poller.run('slow');
    await timers.advance(2 * MINUTE);
    expect(pauses(asked)).to.deep.equal([30_000, 30_000, 30_000, 30_000]);
  });

  it('spreads its questions by a fifth either way, so that customers do not ask in step', () => {
    for (const [chance, pause] of [
      [0, 4000],
      [0.5, 5000],
      [1, 6000],
    ] as const) {
      const { timers, poller } = bench();
      timers.chance = chance;
      poller.run('brisk');
      expect(timers.waits[0], String(chance)).to.be.closeTo(pause, 1e-6);
    }
  });

  it('holds off as long as a busy backend wishes, whatever the occasion', async () => {
    const { timers, asked, poller } = bench();
    poller.run('brisk');
    poller.holdOff(90_000);
    await timers.advance(60_000);
    await poller.askNow();
    expect(asked).to.deep.equal([]);
    await timers.advance(30_000);
    expect(asked).to.deep.equal([90_000]);
    await poller.askNow();
    expect(asked).to.have.length(2);
  });

  it('stops when told to', async () => {
    const { timers, asked, poller } = bench();
    poller.run('brisk');
    await timers.advance(5000);
    poller.run(null);
    expect(timers.waits).to.deep.equal([]);
    await timers.advance(HOUR);
    expect(asked).to.deep.equal([5000]);
  });

  it('goes on where it was when told the same pace again, and starts anew at another', async () => {
    const { timers, asked, poller } = bench();
    poller.run('brisk');
    await timers.advance(4000);
    poller.run('brisk');
    await timers.advance(1000);
    expect(asked).to.deep.equal([5000]);
    poller.run('slow');
    expect(timers.waits).to.deep.equal([30_000]);
    poller.run('brisk');
    expect(timers.waits).to.deep.equal([5000]);
  });

  it('waits for an answer before it asks again', async () => {
    let answer = () => {};
    const { timers, asked, poller } = bench(() => new Promise((resolve) => (answer = resolve)));
    poller.run('brisk');
    await timers.advance(HOUR);
    expect(asked).to.have.length(1);
    await poller.askNow();
    poller.obey(2000);
    poller.pageChanged();
    expect(asked).to.have.length(1);
    expect(timers.waits).to.deep.equal([]);
    answer();
    await timers.advance(2000);
    expect(asked).to.have.length(2);
  });

  it('asks no more when stopped while a question is under way', async () => {
    let answer = () => {};
    const { timers, asked, poller } = bench(() => new Promise((resolve) => (answer = resolve)));
    poller.run('brisk');
    await timers.advance(5000);
    poller.run(null);
    answer();
    await timers.advance(HOUR);
    expect(asked).to.deep.equal([5000]);
  });

  describe("at the backend's wish", () => {
    it('waits so long for the next question, 2 seconds to 10 minutes, and then goes by itself again', async () => {
      for (const [wish, pause] of [
        [10_000, 10_000],
        [0, 2000],
        [1999, 2000],
        [HOUR, 600_000],
        [Infinity, 600_000],
      ] as const) {
        const { timers, asked, poller } = bench();
        poller.run('brisk');
        poller.obey(wish);
        expect(timers.waits, String(wish)).to.deep.equal([pause]);
        await timers.advance(pause);
        expect(asked).to.deep.equal([pause]);
        expect(timers.waits).to.deep.equal([7500]);
      }
    });

    it('keeps to it with every answer that repeats it', async () => {
      const it = bench(() => {
        it.poller.obey(10_000);
        return Promise.resolve();
      });
      it.poller.run('brisk');
      await it.timers.advance(35_000);
      expect(it.asked).to.deep.equal([5000, 15_000, 25_000, 35_000]);
    });

    it('never asks on a timer again once asking may mint, but on occasions', async () => {
      const { timers, asked, poller } = bench();
      poller.run('brisk');
      poller.obey('never');
      await timers.advance(HOUR);
      expect(asked).to.deep.equal([]);
      await poller.askNow();
      await timers.advance(HOUR);
      expect(asked).to.deep.equal([HOUR]);
      poller.run('slow');
      expect(timers.waits).to.deep.equal([]);
    });

    it('asks on a timer again when an answer takes that back', () => {
      const { timers, poller } = bench();
      poller.run('brisk');
      poller.obey('never');
      poller.obey(null);
      expect(timers.waits).to.deep.equal([5000]);
    });
  });

  describe('on an occasion', () => {
    it('asks at once, and then briskly again', async () => {
      const { timers, asked, poller } = bench();
      poller.run('brisk');
      await timers.advance(2 * MINUTE);
      asked.length = 0;
      await poller.askNow();
      expect(asked).to.have.length(1);
      expect(timers.waits).to.deep.equal([5000]);
    });

    it('does not ask off line', async () => {
      const { page, asked, poller } = bench();
      poller.run('brisk');
      page.online = false;
      await poller.askNow();
      expect(asked).to.deep.equal([]);
    });
  });

  describe('on a page that is hidden', () => {
    it('asks once a minute, and gives up after half an hour', async () => {
      const { timers, page, asked, poller } = bench();
      page.hidden = true;
      poller.run('brisk');
      await timers.advance(10 * MINUTE);
      expect(asked).to.have.length(10);
      await timers.advance(2 * HOUR);
      expect(asked).to.have.length(30);
      expect(timers.waits).to.deep.equal([]);
    });

    it('takes up again when it is seen', async () => {
      const { timers, page, asked, poller } = bench();
      page.hidden = true;
      poller.run('brisk');
      await timers.advance(HOUR);
      page.hidden = false;
      asked.length = 0;
      await poller.askNow();
      expect(asked).to.have.length(1);
      expect(timers.waits).to.deep.equal([5000]);
    });

    it('counts each time of being hidden for itself', async () => {
      const { timers, page, poller } = bench();
      poller.run('brisk');
      for (let times = 0; times < 3; times++) {
        page.hidden = true;
        poller.pageChanged();
        await timers.advance(20 * MINUTE);
        page.hidden = false;
        poller.pageChanged();
        await timers.advance(0);
        expect(timers.waits).to.have.length(1);
      }
    });
  });

  it('rests off line and takes up again on line', async () => {
    const { timers, page, asked, poller } = bench();
    poller.run('brisk');
    page.online = false;
    poller.pageChanged();
    await timers.advance(HOUR);
    expect(asked).to.deep.equal([]);
    page.online = true;
    poller.pageChanged();
    expect(asked).to.deep.equal([HOUR]);
    await timers.advance(0);
    expect(timers.waits).to.deep.equal([5000]);
  });

  describe('in the end', () => {
    it('gives up after two hours', async () => {
      const { timers, asked, poller } = bench();
      poller.run('slow');
      await timers.advance(24 * HOUR);
      expect(timers.waits).to.deep.equal([]);
      expect(asked.at(-1)).to.be.within(2 * HOUR - 30_000, 2 * HOUR);
    });

    it('gives up after 400 questions', async () => {
      const it = bench(() => {
        it.poller.obey(2000);
        return Promise.resolve();
      });
      it.poller.run('brisk');
      await it.timers.advance(2 * HOUR - MINUTE);
      expect(it.asked).to.have.length(400);
      expect(it.timers.waits).to.deep.equal([]);
    });

    it('still asks when the customer gives occasion', async () => {
      const { timers, asked, poller } = bench();
      poller.run('slow');
      await timers.advance(3 * HOUR);
      asked.length = 0;
      await poller.askNow();
      expect(asked).to.have.length(1);
    });

    it('has as many questions again for the next call', async () => {
      const it = bench(() => {
        it.poller.obey(2000);
        return Promise.resolve();
      });
      it.poller.run('brisk');
      await it.timers.advance(HOUR);
      it.poller.run(null);
      it.poller.run('brisk');
      expect(it.timers.waits).to.deep.equal([2000]);
    });

    it('has as long again for the next call', async () => {
      const { timers, poller } = bench();
      poller.run('slow');
      await timers.advance(3 * HOUR);
      poller.run(null);
      poller.run('brisk');
      expect(timers.waits).to.deep.equal([5000]);
    });
  });

  it('has at most one timer and one question at a time, whatever is done to it', async () => {
    const deed = fc.constantFrom<(it: ReturnType<typeof bench>) => unknown>(
      ({ poller }) => poller.run('brisk'),
      ({ poller }) => poller.run('slow'),
      ({ poller }) => poller.run(null),
      ({ poller }) => poller.obey(3000),
      ({ poller }) => poller.obey('never'),
      ({ poller }) => poller.obey(null),
      ({ poller }) => poller.askNow(),
      ({ poller }) => poller.pageChanged(),
      ({ page }) => (page.hidden = !page.hidden),
      ({ page }) => (page.online = !page.online),
      ({ timers }) => timers.advance(MINUTE),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 20 }), async (deeds) => {
        let underWay = 0;
        const it = bench(async () => {
          expect(++underWay).to.equal(1);
          await Promise.resolve();
          underWay--;
        });
        for (const todo of deeds) {
          await todo(it);
          expect(it.timers.waits.length).to.be.at.most(1);
        }
      }),
      { numRuns: 50 },
    );
  });
});
