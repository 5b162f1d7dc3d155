import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { goalsOf } from '../../../bench/peers/goals.js';
import { aheadOfOurs, renderTables } from '../../../bench/peers/render-tables.js';
import { replaceRenewed } from '../../../bench/peers/write-docs.js';
import { rows, section } from '../../support/markdown.js';
import { PEERS_RUN } from '../../support/peers-run.js';

const rendered = renderTables(PEERS_RUN);
const names = PEERS_RUN.results.map(({ name }) => name);
const firstCells = (heading: string) => rows(section(rendered, heading)).map(([first]) => first);

describe('the tables', () => {
  it('have a row for each subject, with a dash for what does not apply', () => {
    for (const heading of ['Loading', 'On the page']) assert.deepEqual(firstCells(heading), names);
    const loader = rows(section(rendered, 'On the page')).at(-1) ?? [];
    assert.deepEqual(new Set(loader.slice(1)), new Set(['–']));
  });

  it('name what comes from the server of a maker', () => {
    assert.deepEqual(rows(section(rendered, 'Not measured')), [
      ['@maker/loader 1.2.3 <with> brackets', 'everything that is visible'],
    ]);
  });

  it('have the share of each kind of work', () => {
    const profile = rows(section(rendered, 'What is left'));
    assert.ok(profile.length > 5);
    for (const [, ours, share] of profile) {
      assert.equal(ours, '2');
      assert.equal(share, `${Math.round(100 / profile.length)} %`);
    }
  });
});

describe('where another is ahead', () => {
  it('names each subject with a lower median, and why', () => {
    const ahead = aheadOfOurs(PEERS_RUN);
    const bytes = ahead.find(([measure]) => measure === 'bytes, brotli') ?? [];
    assert.equal(bytes[1], `Lit's hello element, ${names[2] ?? ''}`);
    for (const [, , why = ''] of ahead) assert.ok(why.length > 20);
  });

  it('leaves out what nobody is ahead in', () => {
    const measures = aheadOfOurs(PEERS_RUN).map(([measure]) => measure);
    for (const absent of ['layout shift', 'click to navigation, ms', '10 at once, µs each'])
      assert.ok(!measures.includes(absent), absent);
  });
});

describe('the goals', () => {
  it('compare the least of the rounds with what is required', () => {
    assert.deepEqual(
      goalsOf(PEERS_RUN).map(({ measured, met }) => [measured, met]),
      [
        ['48', true],
        ['39.5 kB', true],
        ['2.0 × (20 to 10 ms)', true],
        ['4.4 × (400 to 90 µs each)', false],
        ['0', true],
      ],
    );
  });

  it('are missed when something was not measured', () => {
    assert.ok(goalsOf({ ...PEERS_RUN, results: [] }).every(({ met }) => !met));
  });
});

describe('the page', () => {
  const page = '# Performance\n\n<!-- Renewed by "npm run bench:peers". -->\nold\n';
  const end = '<!-- End of what "npm run bench:peers" renews. -->';

  it('keeps everything around the renewed part', () => {
    const renewed = replaceRenewed(`${page}${end}\nafter`, 'new');
    assert.match(renewed, /^# Performance\n[\s\S]*\n\nnew\n\n[\s\S]*\nafter$/);
    assert.doesNotMatch(renewed, /old/);
    assert.equal(replaceRenewed(renewed, 'new'), renewed);
  });

  it('is not written when a mark is missing', () => {
    assert.throws(() => replaceRenewed(page, 'new'), /does not have/);
  });
});
