/** The time the sandbox lives by: a real clock, moved as far as a test or a demo wishes. */
export class SandboxClock {
  #shift = 0;

  /** @param base Milliseconds since 1970; `Date.now` unless a test brings its own. */
  constructor(readonly base: () => number) {}

  now(): number {
    return this.base() + this.#shift;
  }

  /**
   * Moves the clock on, or back when negative.
   * @throws {TypeError} when it is not a finite number of milliseconds.
   */
  shift(milliseconds: number): void {
    if (!Number.isFinite(milliseconds)) {
      throw new TypeError(
        `A clock shift is a finite number of milliseconds; received ${typeof milliseconds}.`,
      );
    }
    this.#shift += milliseconds;
  }
}
