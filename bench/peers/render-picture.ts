import type { MeasureId, PeersRun } from './peers-run.js';
import { formatNumber } from './spread.js';
import { OURS } from './subjects.js';

const WIDTH = 880;
const ROW = 22;
const PANEL_WIDTH = WIDTH / 2;
const LABEL_WIDTH = 170;
const BAR_WIDTH = 170;
const HEAD = 40;
const FOOT = 24;

const PANELS: readonly { readonly id: MeasureId; readonly title: string; readonly unit: string }[] = [
  { id: 'bytes', title: 'First load, brotli', unit: 'kB' },
  { id: 'firstInstance', title: 'First instance, CPU', unit: 'ms' },
  { id: 'connect1000', title: 'Each of 1,000 at once, CPU', unit: 'µs' },
  { id: 'heap', title: 'Heap of one', unit: 'kB' },
];

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 14px }
.label { text-anchor: end }
.bar { fill: #8c959f }
.ours .bar { fill: #0b6e4f }
.ours text { font-weight: 600 }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc }
  .bar { fill: #6e7681 }
  .ours .bar { fill: #3fb98a }
}`;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** An SVG picture with four bar charts, for light and dark pages. Shorter bars are better. */
export function renderPicture({ results }: PeersRun): string {
  const panels = PANELS.map(({ id, title, unit }) => ({
    title,
    bars: results.flatMap(({ id: subject, label, values }) => {
      const value = values[id]?.median;
      if (value === undefined) return [];
      return [{ isOurs: subject === OURS.id, name: label, value: id === 'bytes' ? value / 1_000 : value }];
    }),
    unit,
  }));
  const heightOf = (panel: (typeof panels)[number] | undefined) =>
    HEAD + (panel?.bars.length ?? 0) * ROW + 20;
  const firstRow = Math.max(heightOf(panels[0]), heightOf(panels[1]));
  const height = firstRow + Math.max(heightOf(panels[2]), heightOf(panels[3])) + FOOT;
  const content = panels.map(({ title, bars, unit }, index) => {
    const most = Math.max(...bars.map(({ value }) => value));
    const rows = bars.map(({ isOurs, name, value }, row) => {
      const y = HEAD + row * ROW;
      const width = Math.max(1, (value / most) * BAR_WIDTH);
      return `<g class="${isOurs ? 'ours' : 'other'}" transform="translate(0 ${y})"><text class="label" x="${LABEL_WIDTH}" y="13">${escape(name)}</text><rect class="bar" x="${LABEL_WIDTH + 8}" y="2" width="${width.toFixed(1)}" height="14" rx="2"/><text x="${(LABEL_WIDTH + 14 + width).toFixed(1)}" y="13">${formatNumber(value)} ${unit}</text></g>`;
    });
    const x = (index % 2) * PANEL_WIDTH;
    const y = index < 2 ? 0 : firstRow;
    return `<g transform="translate(${x} ${y})"><text class="title" x="${LABEL_WIDTH + 8}" y="24">${escape(title)}</text>${rows.join('\n')}</g>`;
  });
  const description = panels
    .map(({ title, bars, unit }) => {
      const values = bars.map(({ name, value }) => `${name} ${formatNumber(value)} ${unit}`);
      return `${title}: ${values.join(', ')}.`;
    })
    .join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">The button beside its peers; shorter bars are better</title>
<desc id="description">${escape(description)}</desc>
<style>${STYLE}</style>
${content.join('\n')}
<text x="${LABEL_WIDTH + 8}" y="${height - 12}">Shorter bars are better.</text>
</svg>
`;
}
