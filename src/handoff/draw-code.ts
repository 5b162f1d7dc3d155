import { correction, generate } from 'lean-qr/nano';

/** The modules around a code that must stay white, or no reader finds it. */
const QUIET = 4;

/** The QR code of a link: the dark modules, row by row, on a white ground of its own. */
export function drawCode(link: string): SVGElement {
  const { size, get } = generate(link, { minCorrectionLevel: correction.M });
  let dark = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const start = x;
      while (get(x, y)) x++;
      if (x > start) dark += `M${start} ${y}h${x - start}v1H${start}z`;
    }
  const whole = size + 2 * QUIET;
  const svg = shape('svg', {
    viewBox: `-${QUIET} -${QUIET} ${whole} ${whole}`,
    'shape-rendering': 'crispEdges',
    display: 'block',
    // the page may have its shapes outlined
    stroke: 'none',
  });
  svg.append(
    shape('path', { fill: '#fff', d: `M-${QUIET}-${QUIET}h${whole}v${whole}H-${QUIET}z` }),
    shape('path', { fill: '#000', d: dark }),
  );
  return svg;
}

function shape(name: 'svg' | 'path', attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  return element;
}
