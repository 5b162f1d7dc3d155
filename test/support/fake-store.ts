import type { Journey, JourneyAction, JourneyChange } from '../../src/journey/journey.js';
import type { JourneyStore } from '../../src/journey/journey-store.js';
import { transition } from '../../src/journey/transition.js';

/** A journey store that records its actions, and whose state the test can set. */
export class FakeStore implements JourneyStore {
  readonly actions: JourneyAction[] = [];
  readonly #listeners = new Set<(change: JourneyChange) => void>();
  #state: Journey;

  constructor(state: Journey) {
    this.#state = state;
  }

  get state(): Journey {
    return this.#state;
  }

  dispatch(action: JourneyAction): Journey {
    this.actions.push(action);
    this.#apply(action, transition(this.#state, action));
    return this.#state;
  }

  subscribe(listener: (change: JourneyChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Sets the state, as if some action had led to it. */
  set(state: Journey): void {
    this.#apply({ type: 'endpoint-set' }, state);
  }

  #apply(action: JourneyAction, after: Journey): void {
    const before = this.#state;
    this.#state = after;
    for (const listener of [...this.#listeners]) listener({ before, action, after });
  }
}
