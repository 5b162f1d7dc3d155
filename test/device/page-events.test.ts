import { expect } from '@open-wc/testing';

import { listenToPage } from '../../src/device/page-events.js';

/** A listener that records the types of its events. */
function setup() {
  const types: string[] = [];
  const stop = listenToPage(({ type }) => types.push(type));
  return { types, stop };
}

/** Counts the listeners that a task adds to the page and removes from it. */
function countListeners(task: () => void) {
  const count = { added: 0, removed: 0 };
  const targets = [window, document];
  for (const target of targets) {
    target.addEventListener = () => count.added++;
    target.removeEventListener = () => count.removed++;
  }
  try {
    task();
  } finally {
    for (const target of targets) {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    }
  }
  return count;
}

describe('listenToPage', () => {
  it('notifies of being shown, hidden, restored, online, offline, focused and blurred', () => {
    const one = setup();
    document.dispatchEvent(new Event('visibilitychange'));
    for (const type of ['pageshow', 'online', 'offline', 'focus', 'blur'])
      window.dispatchEvent(new Event(type));
    one.stop();
    expect(one.types).to.deep.equal(['visibilitychange', 'pageshow', 'online', 'offline', 'focus', 'blur']);
  });

  it('stops notifying a listener that has stopped', () => {
    const one = setup();
    const other = setup();
    one.stop();
    window.dispatchEvent(new Event('online'));
    other.stop();
    window.dispatchEvent(new Event('online'));
    expect(one.types).to.deep.equal([]);
    expect(other.types).to.deep.equal(['online']);
  });

  it('notifies the others also when one stops while it is notified', () => {
    const stop = listenToPage(() => stop());
    const other = setup();
    window.dispatchEvent(new Event('online'));
    other.stop();
    expect(other.types).to.deep.equal(['online']);
  });

  it('has one set of listeners for all, added with the first and removed with the last', () => {
    const count = countListeners(() => {
      const many = Array.from({ length: 1000 }, setup);
      for (const { stop } of many) stop();
    });
    expect(count).to.deep.equal({ added: 7, removed: 7 });
  });
});
