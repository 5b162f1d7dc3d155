import { correction, generate } from 'lean-qr/nano';

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';

/** Renders a link as a QR code: its dark modules, row by row, inside the quiet zone of four modules that readers need. */
export function qrCode(link: string): SVGSVGElement {
  const { size, get } = generate(link, { minCorrectionLevel: correction.M });
  let darkModules = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const start = x;
      while (get(x, y)) x++;
      if (x > start) darkModules += `M${start} ${y}h${x - start}v1H${start}z`;
    }
  const path = document.createElementNS(SVG_NAMESPACE, 'path');
  path.setAttribute('d', darkModules);
  const svg = document.createElementNS(SVG_NAMESPACE, 'svg');
  svg.setAttribute('viewBox', `-4 -4 ${size + 8} ${size + 8}`);
  svg.append(path);
  return svg;
}
