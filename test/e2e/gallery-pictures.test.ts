import assert from 'node:assert/strict';
import { openGallery, type Gallery } from '../../scripts/gallery/open-gallery.js';
import { PICTURES, shootPicture } from '../../scripts/gallery/pictures.js';
import { differenceOf } from '../../scripts/gallery/references.js';
import { testsWith } from '../support/tests-with.js';

const { after, before, describe, it } = testsWith('fonts');

describe('the pictures of the gallery', () => {
  let gallery: Gallery;
  before(async () => (gallery = await openGallery()));
  after(() => gallery.close());

  const scenes = [...new Set(PICTURES.map(({ scene }) => scene))];
  for (const scene of scenes)
    it(`show the scene "${scene}" as the references do`, async () => {
      const differences: string[] = [];
      for (const picture of PICTURES.filter((one) => one.scene === scene)) {
        const difference = differenceOf(picture.name, await shootPicture(gallery, picture));
        if (difference !== null) differences.push(`${picture.name}: ${difference}`);
      }
      assert.deepEqual(differences, []);
    });
});
