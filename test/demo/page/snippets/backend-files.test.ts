import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { backendEnvironment } from '../../../../demo/page/snippets/backend-environment.js';
import { BACKENDS } from '../../../../demo/page/snippets/backend-files.js';
import { codeIn, readText, root, rows, section } from '../../../support/markdown.js';

const folder = join(root, 'examples/backends');
const SOURCES = /\.(mjs|py|php|java|go)$/;
/** The same backend in another form, and the page of the PHP example. */
const NOT_SHOWN = ['fastapi_app.py', 'index.php'];

describe('the backends of the code panel', () => {
  it('are those of examples/backends, with all files of each', () => {
    for (const { id, files } of BACKENDS) {
      const sources = readdirSync(join(folder, id)).filter((name) => SOURCES.test(name));
      assert.deepEqual(Object.keys(files).sort(), sources.filter((name) => !NOT_SHOWN.includes(name)).sort());
    }
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    assert.deepEqual(BACKENDS.map(({ id }) => id).sort(), folders.map(({ name }) => name).sort());
  });
});

describe('backendEnvironment', () => {
  const schedule = {
    workingHours: '09:00-17:00',
    workingDays: 'mon-sat',
    holidays: '2026-11-24, 2026-12-25',
  };

  it('is nothing without a choice', () => {
    for (const { id } of BACKENDS) assert.equal(backendEnvironment(id, {}), null);
  });

  it('lists the days for the backends that know no ranges, and leaves them to Node as they are', () => {
    assert.equal(
      backendEnvironment('python', schedule)?.code,
      'VKYC_HOURS=09:00-17:00\nVKYC_DAYS="mon tue wed thu fri sat"\nVKYC_HOLIDAYS="2026-11-24 2026-12-25"',
    );
    assert.match(backendEnvironment('node', schedule)?.code ?? '', /VKYC_DAYS="mon-sat"/);
  });

  it('says what an example does not have', () => {
    assert.match(
      backendEnvironment('go', { workingDays: 'mon-fri sat1 sat3' })?.code ?? '',
      /mon tue wed thu fri"\n# this example knows whole weekdays only/,
    );
    assert.match(backendEnvironment('php', schedule)?.code ?? '', /# this example has no holidays/);
  });

  it('names only variables that the examples read', () => {
    const documented = rows(section(readText('examples/backends/README.md'), 'Settings')).flatMap(
      ([name = '']) => codeIn(name),
    );
    const sourceOf = (id: string) =>
      readdirSync(join(folder, id))
        .filter((name) => SOURCES.test(name))
        .map((name) => readText(join('examples/backends', id, name)))
        .join('\n');
    for (const { id } of BACKENDS)
      for (const [, name = ''] of (backendEnvironment(id, schedule)?.code ?? '').matchAll(/^(\w+)=/gm)) {
        assert.ok(documented.includes(name), name);
        assert.ok(sourceOf(id).includes(name), `${id}: ${name}`);
      }
  });
});
