import { expect } from '@open-wc/testing';

import type { JourneyChange } from '../../src/journey/journey.js';
import { createJourneyStore } from '../../src/journey/journey-store.js';
import { FAILURE, journeyIn, NOT_STARTED } from '../support/journeys.js';

/** A store in a state, and the changes that a subscriber received. */
function setup(...initial: Parameters<typeof journeyIn>) {
  const state = journeyIn(...initial);
  const store = createJourneyStore(state);
  const changes: JourneyChange[] = [];
  const unsubscribe = store.subscribe((change) => changes.push(change));
  return { state, store, changes, unsubscribe };
}

describe('createJourneyStore', () => {
  it('starts with a journey without an endpoint', () => {
    expect(createJourneyStore().state.state).to.equal('idle');
  });

  it('applies an action and returns the new state', () => {
    const { store } = setup('opening');
    const after = store.dispatch({ type: 'call-opened' });
    expect(after.state).to.equal('open');
    expect(store.state).to.equal(after);
  });

  it('notifies subscribers with the state before, the action and the state after', () => {
    const { state, store, changes } = setup('opening');
    const action = { type: 'call-opened' } as const;
    const after = store.dispatch(action);
    expect(changes).to.deep.equal([{ before: state, action, after }]);
  });

  it('notifies subscribers also of an action that changed nothing', () => {
    const { state, store, changes } = setup('ready');
    store.dispatch({ type: 'handoff-failed', failure: FAILURE });
    expect(changes[0]).to.include({ before: state, after: state });
  });

  it('notifies in the order of subscription, and nobody who has unsubscribed', () => {
    const { store, changes, unsubscribe } = setup('opening');
    const order: string[] = [];
    store.subscribe(() => order.push('first'));
    store.subscribe(() => order.push('second'));
    unsubscribe();
    store.dispatch({ type: 'call-opened' });
    expect(order).to.deep.equal(['first', 'second']);
    expect(changes).to.deep.equal([]);
  });

  it('notifies the others also when one unsubscribes while it is notified', () => {
    const store = createJourneyStore(journeyIn('opening'));
    const order: string[] = [];
    const unsubscribe = store.subscribe(() => {
      order.push('first');
      unsubscribe();
    });
    store.subscribe(() => order.push('second'));
    store.dispatch({ type: 'call-opened' });
    store.dispatch({ type: 'call-ended', reason: 'user', reportAs: 'popup' });
    expect(order).to.deep.equal(['first', 'second', 'second']);
  });

  it('returns the state after what subscribers dispatched in turn', () => {
    const { store } = setup('opening');
    store.subscribe(({ action }) => {
      if (action.type === 'call-opened')
        store.dispatch({ type: 'call-ended', reason: 'page', reportAs: 'popup' });
    });
    expect(store.dispatch({ type: 'call-opened' }).state).to.equal('checking');
  });

  it('is independent of other stores', () => {
    const { store } = setup('ready');
    const other = setup('ready');
    store.dispatch({ type: 'status-received', customer: NOT_STARTED, mayMint: false });
    expect(other.store.state).to.equal(other.state);
  });
});
