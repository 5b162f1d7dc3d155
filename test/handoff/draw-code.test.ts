import { expect } from '@open-wc/testing';
import decodeQR from 'qr/decode.js';

import { drawCode } from '../../src/handoff/draw-code.js';

const SIGNZY = 'https://investor-onboarding-preproduction.signzy.tech/encash_preprod/';
const linkOf = (length: number) => `${SIGNZY}${'a7f'.repeat(length)}`.slice(0, length);

const LINKS = { short: 'https://kyc.example.com/c/4T9x', usual: linkOf(259), long: linkOf(1000) };

const pixelsOf = (canvas: HTMLCanvasElement) => {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

/** The code as a screen of so many pixels across shows it, on a dark page. */
const onScreen = (code: HTMLCanvasElement, across: number) => {
  const screen = document.createElement('canvas');
  screen.width = screen.height = across + 40;
  const context = screen.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.fillStyle = '#111';
  context.fillRect(0, 0, screen.width, screen.height);
  context.imageSmoothingEnabled = false;
  context.drawImage(code, 20, 20, across, across);
  return pixelsOf(screen);
};

const read = (image: ImageData) => decodeQR(image, { timeLimit: 3000 });

describe('drawCode', () => {
  for (const [name, link] of Object.entries(LINKS)) {
    it(`draws a ${name} link that a reader reads, at the size it is shown in`, () => {
      const code = drawCode(link);
      // 260 CSS pixels on a plain and on a dense screen; the plain one is too coarse for the longest link
      const sizes = name === 'long' ? [520, 780] : [260, 520, 780];
      for (const across of sizes) expect(read(onScreen(code, across)), `${across} px`).to.equal(link);
    });
  }

  it('draws a usual link that is read in the narrowest element too', () => {
    for (const across of [200, 400])
      expect(read(onScreen(drawCode(LINKS.usual), across))).to.equal(LINKS.usual);
  });

  it('draws one pixel for each module: four quiet ones around it, white, and nothing but dark and white', () => {
    const code = drawCode(LINKS.usual);
    const { width, height, data } = pixelsOf(code);
    // version 12, the smallest with room for 259 bytes under error correction M
    expect([width, height]).to.deep.equal([4 + 65 + 4, 4 + 65 + 4]);
    const colour = (x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)];
    for (let along = 0; along < width; along++)
      for (const across of [0, 1, 2, 3, 69, 70, 71, 72]) {
        expect(colour(along, across)).to.deep.equal([255, 255, 255, 255]);
        expect(colour(across, along)).to.deep.equal([255, 255, 255, 255]);
      }
    expect(colour(4, 4)).to.deep.equal([0, 0, 0, 255]);
    for (let index = 0; index < data.length; index += 4)
      expect([...data.slice(index, index + 4)].join()).to.be.oneOf(['0,0,0,255', '255,255,255,255']);
  });

  it('is read with a stain on it, as error correction M promises', () => {
    const code = drawCode(LINKS.usual);
    const context = code.getContext('2d');
    context?.fillRect(30, 30, 9, 9);
    expect(read(onScreen(code, 520))).to.equal(LINKS.usual);
  });

  it('draws any link that passes the link gate: 2,048 characters at most', () => {
    expect(drawCode(linkOf(2048)).width).to.be.greaterThan(150);
  });
});
