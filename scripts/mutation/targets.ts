/** What is changed, and the tests that should notice. */
export interface MutationTarget {
  readonly mutate: readonly string[];
  readonly spec: readonly string[];
}

const folder = (name: string): MutationTarget => ({
  mutate: [`src/${name}/*.ts`],
  spec: [`test/${name}/*.test.ts`],
});

const TRANSITION_TESTS = 'test/journey/transition*.test.ts';

/** The pure modules, by the name that `npm run test:mutation` takes. */
export const MUTATION_TARGETS: Readonly<Record<string, MutationTarget>> = {
  protocol: folder('protocol'),
  status: folder('status'),
  link: folder('link'),
  hours: folder('hours'),
  journey: { mutate: ['src/journey/journey.ts'], spec: ['test/journey/journey.test.ts', TRANSITION_TESTS] },
  transition: { mutate: ['src/journey/transition.ts'], spec: [TRANSITION_TESTS] },
};

/**
 * The titles of all tests but two kinds: one test needs the page's own URL parser, and those of linear time measure the
 * machine, which a run may keep busy.
 */
export const RUNS_IN_NODE = '^(?!.*(accepts none of 50,000 mutated links|takes linear time))';
