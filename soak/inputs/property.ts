import fc from 'fast-check';

/** A statement about every input, which the soak run tests with as many inputs as it is given. */
export interface Property {
  readonly name: string;
  readonly test: fc.IRawProperty<unknown>;
  /** How many inputs are tested for one of the others: less than 1 for a slow one. */
  readonly share: number;
}

/** The CPU time that one input may take, in milliseconds. The largest one has 128 kB. */
const CPU_LIMIT_MS = 500;

/** Throws when a statement does not hold. */
export function expectThat(holds: boolean, statement: string): void {
  if (!holds) throw new Error(`Not so: ${statement}`);
}

/** A property of one input. */
export const propertyOf = <T>(
  name: string,
  input: fc.Arbitrary<T>,
  check: (value: T) => void,
  share = 1,
): Property => ({
  name,
  share,
  test: fc.property(input, (value) => {
    const before = process.cpuUsage();
    check(value);
    const { user } = process.cpuUsage(before);
    expectThat(user < CPU_LIMIT_MS * 1000, `it takes less than ${CPU_LIMIT_MS} ms`);
  }),
});

/** A property of one input whose check takes its time. */
export const asyncPropertyOf = <T>(
  name: string,
  input: fc.Arbitrary<T>,
  check: (value: T) => Promise<void>,
  share = 0.1,
): Property => ({ name, share, test: fc.asyncProperty(input, check) });

/** Any value, most often text. */
export const anything = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 2, arbitrary: fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }) },
  );

/** Text made of the given pieces and of anything between them. */
export const textOf = (pieces: readonly string[], maxLength = 8): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pieces) }, fc.string({ maxLength: 4 })), {
      maxLength,
    })
    .map((parts) => parts.join(''));

/** A piece that is repeated up to 128 kB, for parsers that must be linear. */
export const longTextOf = (pieces: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom(...pieces), fc.integer({ min: 1, max: 131_072 }))
    .map(([first, piece, length]) => first + piece.repeat(Math.ceil(length / piece.length)));
