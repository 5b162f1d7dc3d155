/** What is changed, and the tests that should notice. */
export interface MutationTarget {
  readonly mutate: readonly string[];
  readonly spec: readonly string[];
}

const folder = (name: string): MutationTarget => ({
  mutate: [`src/${name}/*.ts`],
  spec: [`test/${name}/*.test.ts`],
});

/** The pure modules, by the name that `npm run test:mutation` takes. */
export const MUTATION_TARGETS: Readonly<Record<string, MutationTarget>> = {
  protocol: folder('protocol'),
  status: folder('status'),
  link: folder('link'),
  hours: folder('hours'),
  journey: {
    mutate: ['src/journey/journey.ts', 'src/journey/transition.ts'],
    spec: ['test/journey/transition.test.ts', 'test/journey/journey.test.ts'],
  },
};

/** All tests but one that needs more than Node offers: its oracle is the page's own URL parser. */
export const RUNS_IN_NODE = '^(?!.*accepts none of 50,000 mutated links)';
