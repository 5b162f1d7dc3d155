/**
 * The modules of src/, lowest layer first, each with the modules that it may import from. ESLint enforces the table,
 * test/package/layers.test.ts compares it with the code and with ARCHITECTURE.md.
 */
export const LAYERS = {
  status: [],
  hours: [],
  errors: [],
  device: ['errors'],
  handoff: [],
  protocol: ['status', 'hours', 'errors'],
  link: ['protocol'],
  locales: ['status', 'hours', 'errors', 'device'],
  session: ['protocol', 'errors'],
  launch: ['device'],
  journey: ['session', 'launch', 'protocol', 'link', 'hours', 'status', 'errors', 'device'],
  element: [
    'journey',
    'locales',
    'session',
    'launch',
    'handoff',
    'device',
    'link',
    'hours',
    'status',
    'errors',
  ],
  react: ['element'],
  node: ['protocol'],
  server: ['node', 'protocol', 'link', 'hours', 'status'],
  sandbox: ['node', 'protocol', 'hours'],
  check: ['protocol', 'link', 'status'],
};
