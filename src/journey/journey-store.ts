import { newJourney, type Journey, type JourneyAction, type JourneyChange } from './journey.js';
import { transition } from './transition.js';

/** Holds one customer's journey. All parts that act on it dispatch actions, and react to the actions of others. */
export interface JourneyStore {
  readonly state: Journey;
  /** Applies an action and notifies the subscribers. Returns the state after all of them have reacted. */
  dispatch(action: JourneyAction): Journey;
  /** Calls `listener` after each action, also after one that changed nothing. Returns a function that unsubscribes. */
  subscribe(listener: (change: JourneyChange) => void): () => void;
}

export function createJourneyStore(initial: Journey = newJourney()): JourneyStore {
  const listeners = new Set<(change: JourneyChange) => void>();
  let state = initial;

  return {
    get state() {
      return state;
    },
    dispatch(action) {
      const before = state;
      const after = transition(before, action);
      state = after;
      for (const listener of [...listeners]) listener({ before, action, after });
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
