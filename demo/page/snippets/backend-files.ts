import type { CodeFile, CodeLanguage } from './code-file.js';

/** A backend of `examples/backends`, as it is there. */
export interface BackendExample {
  readonly id: string;
  readonly title: string;
  readonly language: CodeLanguage;
  /** Its files, the one with the session endpoint first. Each is loaded when it is shown. */
  readonly files: Readonly<Record<string, () => Promise<{ readonly default: string }>>>;
}

/** The backends, in the order of their tabs. */
export const BACKENDS: readonly BackendExample[] = [
  {
    id: 'node',
    title: 'Node',
    language: 'javascript',
    files: { 'server.mjs': () => import('../../../examples/backends/node/server.mjs?raw') },
  },
  {
    id: 'python',
    title: 'Python',
    language: 'python',
    files: {
      'backend.py': () => import('../../../examples/backends/python/backend.py?raw'),
      'enkash.py': () => import('../../../examples/backends/python/enkash.py?raw'),
    },
  },
  {
    id: 'php',
    title: 'PHP',
    language: 'php',
    files: {
      'session.php': () => import('../../../examples/backends/php/session.php?raw'),
      'enkash.php': () => import('../../../examples/backends/php/enkash.php?raw'),
    },
  },
  {
    id: 'java',
    title: 'Java',
    language: 'java',
    files: { 'Server.java': () => import('../../../examples/backends/java/Server.java?raw') },
  },
  {
    id: 'go',
    title: 'Go',
    language: 'go',
    files: {
      'endpoint.go': () => import('../../../examples/backends/go/endpoint.go?raw'),
      'main.go': () => import('../../../examples/backends/go/main.go?raw'),
      'enkash.go': () => import('../../../examples/backends/go/enkash.go?raw'),
      'customers.go': () => import('../../../examples/backends/go/customers.go?raw'),
      'sessions.go': () => import('../../../examples/backends/go/sessions.go?raw'),
      'schedule.go': () => import('../../../examples/backends/go/schedule.go?raw'),
      'link.go': () => import('../../../examples/backends/go/link.go?raw'),
    },
  },
];

/** Loads the files of a backend. */
export const loadBackend = ({ files, language }: BackendExample): Promise<readonly CodeFile[]> =>
  Promise.all(
    Object.entries(files).map(async ([name, load]) => ({
      name,
      language,
      code: (await load()).default.trimEnd(),
    })),
  );
