/**
 * Pictures of every state of the element.
 *
 *     npm run gallery              # writes all of them to gallery/: one for each act of the gallery and each look
 *     npm run gallery:compare      # compares the chosen ones with the references in test/pictures/
 *     npm run gallery:renew        # makes new references, for you to look at and to commit
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openGallery, type Gallery } from './gallery/open-gallery.js';
import { PICTURES, shootPicture } from './gallery/pictures.js';
import { clearReferences, copyDocumented, differenceOf, writeReference } from './gallery/references.js';
import { shootLooks } from './gallery/shoot-looks.js';

const screenshots = join(import.meta.dirname, '../gallery');
const { values } = parseArgs({
  options: { compare: { type: 'boolean', default: false }, renew: { type: 'boolean', default: false } },
});

async function writeAll(gallery: Gallery): Promise<string> {
  await rm(screenshots, { recursive: true, force: true });
  await mkdir(screenshots, { recursive: true });
  return `Wrote the screenshots of ${await shootLooks(gallery, screenshots)} looks to gallery/`;
}

async function renew(gallery: Gallery): Promise<string> {
  clearReferences();
  for (const picture of PICTURES) writeReference(picture.name, await shootPicture(gallery, picture));
  copyDocumented();
  return `Wrote ${PICTURES.length} references to test/pictures/, and copied some to docs/images/. Look at what has changed before you commit it.`;
}

async function compare(gallery: Gallery): Promise<string> {
  let different = 0;
  for (const picture of PICTURES) {
    const difference = differenceOf(picture.name, await shootPicture(gallery, picture));
    if (difference === null) continue;
    different += 1;
    console.log(`${picture.name}: ${difference}`);
  }
  if (different > 0) process.exitCode = 1;
  return `Compared ${PICTURES.length} pictures: ${different} different.`;
}

const start = performance.now();
const gallery = await openGallery();
try {
  const result = values.renew ? renew(gallery) : values.compare ? compare(gallery) : writeAll(gallery);
  console.log(`${await result} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
} finally {
  await gallery.close();
}
