import { expect } from '@open-wc/testing';

import { listenToPage } from '../../src/journey/page-events.js';

/** A listener that writes down what it hears. */
function listening() {
  const heard: string[] = [];
  const leave = listenToPage(({ type }) => heard.push(type));
  return { heard, leave };
}

/** Counts what a stretch of code adds to and takes from the page's listeners. */
function counting(task: () => void) {
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

describe('the listeners of the page', () => {
  it('tell of being shown, hidden, restored, on line, off line and focused', () => {
    const one = listening();
    document.dispatchEvent(new Event('visibilitychange'));
    for (const type of ['pageshow', 'online', 'offline', 'focus']) window.dispatchEvent(new Event(type));
    one.leave();
    expect(one.heard).to.deep.equal(['visibilitychange', 'pageshow', 'online', 'offline', 'focus']);
  });

  it('tell nothing any more after leaving', () => {
    const one = listening();
    const other = listening();
    one.leave();
    window.dispatchEvent(new Event('online'));
    other.leave();
    window.dispatchEvent(new Event('online'));
    expect(one.heard).to.deep.equal([]);
    expect(other.heard).to.deep.equal(['online']);
  });

  it('tell the others also when one leaves while it is told', () => {
    const leave = listenToPage(() => leave());
    const other = listening();
    window.dispatchEvent(new Event('online'));
    other.leave();
    expect(other.heard).to.deep.equal(['online']);
  });

  it('are one set for all journeys, added with the first and removed with the last', () => {
    const count = counting(() => {
      const many = Array.from({ length: 1000 }, listening);
      for (const { leave } of many) leave();
    });
    expect(count).to.deep.equal({ added: 5, removed: 5 });
  });
});
