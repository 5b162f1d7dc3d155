import { correction, generate } from 'lean-qr/nano';

/**
 * The QR code of a link, dark on white within its quiet zone of four modules, one pixel for each module. A canvas, as
 * what records a customer's session keeps all of the page's SVG and text, but no pixels.
 */
export function drawCode(link: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  generate(link, { minCorrectionLevel: correction.M }).toCanvas(canvas, { off: [255, 255, 255] });
  return canvas;
}
