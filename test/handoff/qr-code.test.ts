import { expect } from '@open-wc/testing';
import decodeQR from 'qr/decode.js';

import { qrCode } from '../../src/handoff/qr-code.js';

const SIGNZY = 'https://investor-onboarding-preproduction.signzy.tech/encash_preprod/';
const linkOf = (length: number) => `${SIGNZY}${'a7f'.repeat(length)}`.slice(0, length);

const LINKS = { short: 'https://kyc.example.com/c/4T9x', usual: linkOf(259), long: linkOf(1000) };

/** Pixels of a dark page around the code. */
const AROUND = 20;

/** The code as a screen shows it so many pixels across: on white, on a dark page; `stain` spoils it first. */
const onScreen = async (
  code: SVGElement,
  across: number,
  stain: (screen: CanvasRenderingContext2D) => void = () => undefined,
): Promise<ImageData> => {
  const alone = code.cloneNode(true) as SVGElement;
  for (const side of ['width', 'height']) alone.setAttribute(side, String(across));
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(alone))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = across + 2 * AROUND;
  const screen = canvas.getContext('2d');
  if (!screen) throw new Error('This browser has no 2D canvas.');
  screen.fillStyle = '#111';
  screen.fillRect(0, 0, canvas.width, canvas.height);
  screen.fillStyle = '#fff';
  screen.fillRect(AROUND, AROUND, across, across);
  screen.drawImage(picture, AROUND, AROUND);
  stain(screen);
  return screen.getImageData(0, 0, canvas.width, canvas.height);
};

const read = (image: ImageData) => decodeQR(image, { timeLimit: 3000 });

describe('drawCode', () => {
  for (const [name, link] of Object.entries(LINKS)) {
    it(`draws a ${name} link that a reader reads, at the size it is shown in`, async () => {
      const code = qrCode(link);
      // 260 CSS pixels on a plain and on a dense screen; the plain one is too coarse for the longest link
      const sizes = name === 'long' ? [520, 780] : [260, 520, 780];
      for (const across of sizes) expect(read(await onScreen(code, across)), `${across} px`).to.equal(link);
    });
  }

  it('draws a usual link that is read in the narrowest element too', async () => {
    for (const across of [200, 400])
      expect(read(await onScreen(qrCode(LINKS.usual), across))).to.equal(LINKS.usual);
  });

  it('leaves four quiet modules around it, and draws whole modules in nothing but black', async () => {
    const code = qrCode(LINKS.usual);
    // version 12, the smallest with room for 259 bytes under error correction M
    const across = 4 + 65 + 4;
    expect(code.getAttribute('viewBox')).to.equal(`-4 -4 ${across} ${across}`);
    const { data, width } = await onScreen(code, across);
    const module = (x: number, y: number) => {
      const pixel = ((y + AROUND) * width + x + AROUND) * 4;
      return [...data.slice(pixel, pixel + 4)].join();
    };
    for (let along = 0; along < across; along++) {
      for (const quiet of [0, 1, 2, 3, 69, 70, 71, 72]) {
        expect(module(along, quiet)).to.equal('255,255,255,255');
        expect(module(quiet, along)).to.equal('255,255,255,255');
      }
      for (let other = 0; other < across; other++)
        expect(module(along, other)).to.be.oneOf(['0,0,0,255', '255,255,255,255']);
    }
    expect(module(4, 4)).to.equal('0,0,0,255');
  });

  it('is read with a stain on it, as error correction M promises', async () => {
    const stained = await onScreen(qrCode(LINKS.usual), 520, (screen) => {
      screen.fillStyle = '#000';
      screen.fillRect(AROUND + 214, AROUND + 214, 64, 64);
    });
    expect(read(stained)).to.equal(LINKS.usual);
  });

  it('is a single path, and has no style of its own', () => {
    const code = qrCode(LINKS.usual);
    const names = ({ attributes }: Element) => [...attributes].map(({ name }) => name);
    expect([code, ...code.children].map(names)).to.deep.equal([['viewBox'], ['d']]);
  });

  it('draws any link that passes the link gate: 2,048 characters at most', () => {
    const [, , across] = qrCode(linkOf(2048)).getAttribute('viewBox')?.split(' ') ?? [];
    expect(Number(across)).to.be.greaterThan(150);
  });
});
