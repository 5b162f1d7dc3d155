const INSPECT: unique symbol = Symbol.for('nodejs.util.inspect.custom');
const REDACTED = '[redacted]';

/** A text that stays out of sight: in a log, a template, JSON and an inspection it reads `[redacted]`. */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text itself, for the place that sends, seals or compares it. */
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
