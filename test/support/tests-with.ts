import { after, afterEach, before, beforeEach, describe, it, type TestContext } from 'node:test';
import { missingMessage, type RequirementName } from '../../scripts/requirements.js';

/** Node's own test functions, as far as tests that start a program use them. */
export interface TestFunctions {
  readonly describe: typeof describe;
  readonly it: (name: string, test: (t: TestContext) => void | Promise<void>) => unknown;
  readonly before: Hook;
  readonly beforeEach: Hook;
  readonly after: Hook;
  readonly afterEach: Hook;
}

type Hook = (hook: () => unknown) => unknown;

/**
 * The test functions for tests that need something of the machine. Where any of it is missing, each test is skipped by name with
 * the reason and the line that installs it, and no hook runs. No test is skipped in any other way.
 *
 * @example
 * const { after, before, describe, it } = testsWith('redis');
 */
export function testsWith(...names: readonly RequirementName[]): TestFunctions {
  const reason = names.map(missingMessage).find((message) => message !== undefined);
  if (reason === undefined) return { describe, it, before, beforeEach, after, afterEach };
  const noHook = () => undefined;
  return {
    describe,
    it: (name) => it(name, { skip: reason }),
    before: noHook,
    beforeEach: noHook,
    after: noHook,
    afterEach: noHook,
  };
}
