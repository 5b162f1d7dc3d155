import type { TestRunnerConfig } from '@web/test-runner';

declare const config: TestRunnerConfig & { readonly files: readonly string[] };
export default config;
