import { correction, generate } from 'lean-qr/nano';

const SVG = 'http://www.w3.org/2000/svg';

/** The QR code of a link: its dark modules, row by row, within the four quiet ones that a reader needs to find it. */
export function qrCode(link: string): SVGSVGElement {
  const { size, get } = generate(link, { minCorrectionLevel: correction.M });
  let dark = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const start = x;
      while (get(x, y)) x++;
      if (x > start) dark += `M${start} ${y}h${x - start}v1H${start}z`;
    }
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', dark);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `-4 -4 ${size + 8} ${size + 8}`);
  svg.append(path);
  return svg;
}
