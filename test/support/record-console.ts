export interface ConsoleRecord {
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

/** Runs `task` and returns what it wrote to the console, which shows nothing of it. */
export async function recordConsole(task: () => unknown): Promise<ConsoleRecord> {
  const { warn, error } = console;
  const warnings: string[] = [];
  const errors: string[] = [];
  console.warn = (...values: unknown[]) => warnings.push(values.map(String).join(' '));
  console.error = (...values: unknown[]) => errors.push(values.map(String).join(' '));
  try {
    await task();
  } finally {
    Object.assign(console, { warn, error });
  }
  return { warnings, errors };
}
