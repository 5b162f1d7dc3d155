import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { drawsAsReferences, MADE_WITH, REFERENCES, renderingOf } from './rendering.js';

/** Where the differences are written, for somebody to look at. */
const DIFFERENCES = join(import.meta.dirname, '../../gallery/differences');

/** The pictures of the documentation. */
const IMAGES = join(import.meta.dirname, '../../docs/images');

/** Of one pixel, from 0 to 1: below it a colour counts as the same, so that antialiasing does not matter. */
const COLOUR_TOLERANCE = 0.15;

/** The share of pixels that may differ: less than a full stop in the smallest picture. */
const TOLERATED_SHARE = 0.0005;

/** The share of the height that may differ where other fonts or another browser draw each letter in another way. */
const TOLERATED_HEIGHT_SHARE = 0.15;

const hasSameRendering = drawsAsReferences();

/** Removes all references, to make new ones. */
export function clearReferences(): void {
  rmSync(REFERENCES, { recursive: true, force: true });
  mkdirSync(REFERENCES, { recursive: true });
  writeFileSync(MADE_WITH, `${renderingOf()}\n`);
}

export function writeReference(name: string, png: Buffer): void {
  writeFileSync(pathOf(name), PNG.sync.write(PNG.sync.read(png), { colorType: 2, deflateLevel: 9 }));
}

/**
 * How a picture differs from its reference, in words; null if it does not. The difference is written as a picture. With
 * other fonts or another browser than the references only the size is compared.
 */
export function differenceOf(name: string, png: Buffer): string | null {
  if (!existsSync(pathOf(name))) return 'there is no reference';
  const expected = PNG.sync.read(readFileSync(pathOf(name)));
  const actual = PNG.sync.read(png);
  const { width, height } = expected;
  const toleratedHeight = hasSameRendering ? 0 : height * TOLERATED_HEIGHT_SHARE;
  if (actual.width !== width || Math.abs(actual.height - height) > toleratedHeight)
    return `${actual.width} × ${actual.height} pixels instead of ${width} × ${height}`;
  if (!hasSameRendering) return null;
  const difference = new PNG({ width, height });
  const count = pixelmatch(expected.data, actual.data, difference.data, width, height, {
    threshold: COLOUR_TOLERANCE,
  });
  if (count <= width * height * TOLERATED_SHARE) return null;
  mkdirSync(DIFFERENCES, { recursive: true });
  writeFileSync(join(DIFFERENCES, `${name}.png`), PNG.sync.write(difference));
  return `${count} pixels differ, see gallery/differences/${name}.png`;
}

/** Copies the references that docs/theming.md shows. */
export function copyDocumented(): void {
  for (const brand of ['yellow', 'government', 'outline'])
    copyFileSync(pathOf(`not-started.${brand}`), join(IMAGES, `brand-${brand}.png`));
}

function pathOf(name: string): string {
  return join(REFERENCES, `${name}.png`);
}
