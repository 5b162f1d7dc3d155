import { expect } from '@open-wc/testing';
import decodeQR from 'qr/decode.js';

import { qrCode } from '../../src/handoff/qr-code.js';

const SIGNZY = 'https://investor-onboarding-preproduction.signzy.tech/encash_preprod/';
const linkOf = (length: number) => `${SIGNZY}${'a7f'.repeat(length)}`.slice(0, length);

const LINKS = { short: 'https://kyc.example.com/c/4T9x', usual: linkOf(259), long: linkOf(1000) };

/** Pixels of the dark page around the code. */
const MARGIN = 20;

/** Renders the code at `size` pixels, on white on a dark page; `cover` may paint over it. */
const onScreen = async (
  code: SVGElement,
  size: number,
  cover: (screen: CanvasRenderingContext2D) => void = () => undefined,
): Promise<ImageData> => {
  const copy = code.cloneNode(true) as SVGElement;
  for (const side of ['width', 'height']) copy.setAttribute(side, String(size));
  const picture = new Image();
  picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size + 2 * MARGIN;
  const screen = canvas.getContext('2d');
  if (!screen) throw new Error('This browser has no 2D canvas.');
  screen.fillStyle = '#111';
  screen.fillRect(0, 0, canvas.width, canvas.height);
  screen.fillStyle = '#fff';
  screen.fillRect(MARGIN, MARGIN, size, size);
  screen.drawImage(picture, MARGIN, MARGIN);
  cover(screen);
  return screen.getImageData(0, 0, canvas.width, canvas.height);
};

const read = (image: ImageData) => decodeQR(image, { timeLimit: 3000 });

describe('qrCode', () => {
  for (const [name, link] of Object.entries(LINKS)) {
    it(`can be scanned for a ${name} link, at the size it is shown in`, async () => {
      const code = qrCode(link);
      // 260 CSS pixels at a device pixel ratio of 1, 2 and 3; 1 is too coarse for the longest link.
      const sizes = name === 'long' ? [520, 780] : [260, 520, 780];
      for (const size of sizes) expect(read(await onScreen(code, size)), `${size} px`).to.equal(link);
    });
  }

  it('can be scanned in the narrowest element', async () => {
    for (const size of [200, 400])
      expect(read(await onScreen(qrCode(LINKS.usual), size))).to.equal(LINKS.usual);
  });

  it('has a quiet zone of four modules, and purely black or white modules', async () => {
    const code = qrCode(LINKS.usual);
    // Version 12, the smallest that holds 259 bytes with error correction M.
    const size = 4 + 65 + 4;
    expect(code.getAttribute('viewBox')).to.equal(`-4 -4 ${size} ${size}`);
    const { data, width } = await onScreen(code, size);
    const module = (x: number, y: number) => {
      const pixel = ((y + MARGIN) * width + x + MARGIN) * 4;
      return [...data.slice(pixel, pixel + 4)].join();
    };
    for (let along = 0; along < size; along++) {
      for (const quiet of [0, 1, 2, 3, 69, 70, 71, 72]) {
        expect(module(along, quiet)).to.equal('255,255,255,255');
        expect(module(quiet, along)).to.equal('255,255,255,255');
      }
      for (let other = 0; other < size; other++)
        expect(module(along, other)).to.be.oneOf(['0,0,0,255', '255,255,255,255']);
    }
    expect(module(4, 4)).to.equal('0,0,0,255');
  });

  it('can be scanned when partly covered, by error correction M', async () => {
    const covered = await onScreen(qrCode(LINKS.usual), 520, (screen) => {
      screen.fillStyle = '#000';
      screen.fillRect(MARGIN + 214, MARGIN + 214, 64, 64);
    });
    expect(read(covered)).to.equal(LINKS.usual);
  });

  it('is a single path without styles', () => {
    const code = qrCode(LINKS.usual);
    const names = ({ attributes }: Element) => [...attributes].map(({ name }) => name);
    expect([code, ...code.children].map(names)).to.deep.equal([['viewBox'], ['d']]);
  });

  it('renders links up to the maximum of checkLink: 2,048 characters', () => {
    const [, , size] = qrCode(linkOf(2048)).getAttribute('viewBox')?.split(' ') ?? [];
    expect(Number(size)).to.be.greaterThan(150);
  });
});
