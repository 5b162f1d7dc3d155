const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom');
const REDACTED = '[redacted]';

/** A string that logs, templates, JSON and inspection show as `[redacted]`. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The string itself, for code that sends, encrypts or compares it. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [INSPECT](): string {
    return REDACTED;
  }
}
