import { expect } from '@open-wc/testing';
import { createLazyPart } from '../../src/device/lazy-part.js';
import { FakeTimers } from '../support/fake-timers.js';
import { recordConsole } from '../support/record-console.js';

const PART = { name: 'part' };

/** A part whose files are loaded, fail or hang as the test says; each load takes the next answer. */
function setup(...answers: (Promise<typeof PART> | undefined)[]) {
  const timers = new FakeTimers();
  const idleTasks: (() => void)[] = [];
  const events: string[] = [];
  let loads = 0;
  const part = createLazyPart(
    () => {
      loads++;
      return answers.shift() ?? Promise.resolve(PART);
    },
    { after: timers.after, whenIdle: (task) => idleTasks.push(task) },
  );
  return {
    part,
    timers,
    events,
    loads: () => loads,
    runIdle: () => idleTasks.splice(0).forEach((task) => task()),
    use: () =>
      part.use(
        (loaded) => events.push(loaded.name),
        ({ code }) => events.push(code),
      ),
  };
}

const failed = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

describe('createLazyPart', () => {
  it('loads nothing until it is used, then gives the part at once', async () => {
    const { part, use, events, loads, timers } = setup();
    expect({ loaded: part.loaded, loads: loads() }).to.deep.equal({ loaded: null, loads: 0 });
    use();
    expect(events).to.deep.equal([]);
    await timers.advance(0);
    expect(events).to.deep.equal(['part']);
    expect(part.loaded).to.equal(PART);
    use();
    expect(events).to.deep.equal(['part', 'part']);
    expect(loads()).to.equal(1);
    expect(timers.pendingDelays).to.deep.equal([]);
  });

  it('preloads once, when the page is idle', async () => {
    const { part, use, events, loads, runIdle, timers } = setup();
    part.preload();
    part.preload();
    expect(loads()).to.equal(0);
    runIdle();
    await timers.advance(0);
    expect(loads()).to.equal(1);
    use();
    expect(events).to.deep.equal(['part']);
  });

  it('says nothing of a preload that failed, and tries again when it is used', async () => {
    const { part, use, events, runIdle, timers } = setup(failed());
    part.preload();
    const { warnings } = await recordConsole(async () => {
      runIdle();
      await timers.advance(0);
    });
    expect(warnings).to.deep.equal([]);
    use();
    await timers.advance(0);
    expect(events).to.deep.equal(['part']);
  });

  it('reports a file that does not load as network, and tries again at the next use', async () => {
    const { use, events, timers } = setup(failed());
    use();
    await timers.advance(0);
    expect(events).to.deep.equal(['network']);
    expect(timers.pendingDelays).to.deep.equal([]);
    use();
    await timers.advance(0);
    expect(events).to.deep.equal(['network', 'part']);
  });

  it('reports a file that hangs as timeout after eight seconds, and uses it when it comes later', async () => {
    let arrive: (part: typeof PART) => void = () => {};
    const { part, use, events, timers } = setup(new Promise((resolve) => (arrive = resolve)));
    use();
    await timers.advance(7_999);
    expect(events).to.deep.equal([]);
    await timers.advance(1);
    expect(events).to.deep.equal(['timeout']);
    arrive(PART);
    await timers.advance(0);
    expect(events).to.deep.equal(['timeout']);
    expect(part.loaded).to.equal(PART);
  });

  it('keeps a failure of a late task from the page', async () => {
    const { part, timers } = setup();
    const { warnings } = await recordConsole(async () => {
      part.use(
        () => {
          throw new RangeError('not foreseen');
        },
        () => {},
      );
      await timers.advance(0);
    });
    expect(warnings.join()).to.contain('internal_error (RangeError)');
  });
});
