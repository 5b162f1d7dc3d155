/**
 * Closes what was opened in it when it ends: the context of one test (`t`), or `{ after }` of `node:test` for all
 * tests of a file. Every browser, page and server of the harness is opened in a scope, so none outlives it.
 */
export interface CleanupScope {
  after(close: () => Promise<void>): void;
}
