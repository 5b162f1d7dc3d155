import { goalsOf } from './goals.js';
import { LOADING, ON_THE_PAGE, type Measure, type PeersRun, type SubjectResult } from './peers-run.js';
import { formatNumber, formatSpread, type Spread } from './spread.js';
import { OURS } from './subjects.js';
import { TRACE_CATEGORIES } from './trace-categories.js';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const resultTable = (measures: readonly Measure[], results: readonly SubjectResult[]): string =>
  table(
    ['subject', ...measures.map(({ name }) => name)],
    results.map(({ name, values }) => [name, ...measures.map(({ id }) => formatSpread(values[id]))]),
  );

const median = (spread: Spread | undefined) => spread?.median ?? NaN;

/** For each measurement in which a subject has a lower median than ours: which ones, and why. */
export function aheadOfOurs({ results }: PeersRun): string[][] {
  const ours = results.find(({ id }) => id === OURS.id);
  return [...LOADING, ...ON_THE_PAGE].flatMap(({ id, name, why }) => {
    const ahead = results.filter(({ values }) => median(values[id]) < median(ours?.values[id]));
    return ahead.length > 0 ? [[name, ahead.map((result) => result.name).join(', '), why]] : [];
  });
}

const sum = (profile: PeersRun['profiles']['ours']) =>
  TRACE_CATEGORIES.reduce((total, category) => total + profile[category].median, 0);

const profileTable = ({ ours, litHello }: PeersRun['profiles']): string => {
  const share = (value: number, total: number) => `${Math.round((value / total) * 100)} %`;
  return table(
    ['main thread', 'ours, ms', 'share', "Lit's hello, ms", 'share'],
    TRACE_CATEGORIES.map((category) => [
      category,
      formatSpread(ours[category]),
      share(ours[category].median, sum(ours)),
      formatSpread(litHello[category]),
      share(litHello[category].median, sum(litHello)),
    ]),
  );
};

/** The part of docs/performance.md that the command renews. */
export function renderTables(run: PeersRun): string {
  const remote = run.results.flatMap(({ name, remote }) => (remote === undefined ? [] : [[name, remote]]));
  return [
    `Chromium ${run.chromium}, ${run.rounds} rounds, fewer of what takes longer. Each cell has the median, with the least and the most. A dash means that it does not apply.`,
    '### Loading',
    resultTable(LOADING, run.results),
    `After its first load, ours imports ${formatNumber(run.laterBytes / 1_000)} kB when they are needed. A button that only calls \`window.open(link)\` takes ${formatSpread(run.bareOpen)} ms from click to navigation.`,
    '### On the page',
    resultTable(ON_THE_PAGE, run.results),
    '### Not measured',
    'These come from the servers of the makers, in addition to the figures above:',
    table(['subject', 'what comes from its server'], remote),
    '### Where another is ahead',
    table(['measurement', 'ahead of ours', 'why'], aheadOfOurs(run)),
    '### Light on the page',
    table(
      ['what', 'required', 'measured', ''],
      goalsOf(run).map(({ name, required, measured, met }) => [
        name,
        required,
        measured,
        met ? 'met' : 'missed',
      ]),
    ),
    '### What is left',
    'The CPU time of the main thread for the first instance, from a trace:',
    profileTable(run.profiles),
  ].join('\n\n');
}
