import { join } from 'node:path';
import { requirePath } from '../../../scripts/requirements.js';
import { startBackendProcess, type BackendSettings } from './backend-process.js';

/** Starts examples/backends/python/backend.py on a free port of loopback, open at all hours by default. */
export async function startPythonBackend(settings: BackendSettings) {
  const script = join(import.meta.dirname, '../../../examples/backends/python/backend.py');
  const program = { command: requirePath('python'), args: [script] };
  const backend = await startBackendProcess(program, settings);
  return {
    ...backend,
    /** Its standard error so far. */
    errors: () => backend.output().stderr,
  };
}

/** A running backend.py. */
export type PythonBackend = Awaited<ReturnType<typeof startPythonBackend>>;
