/**
 * Whatever can close things when it ends: the context of one test (`t`), or `{ after }` of `node:test` for all the
 * tests of a file. The harness opens things into a scope and never leaves one behind.
 */
export interface Scope {
  after(close: () => Promise<void>): void;
}
