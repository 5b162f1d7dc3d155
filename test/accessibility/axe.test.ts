import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type Axe from 'axe-core';
import { SCENES, sceneNamed } from '../support/gallery/acts.js';
import { dress, onStage } from '../support/gallery/on-stage.js';

declare const axe: typeof Axe;

/** Everything axe knows of WCAG 2.2, levels A and AA, and what it holds for good practice beyond. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PAGES = ['light', 'dark'].flatMap((theme) => ['en', 'ur'].map((lang) => ({ theme, lang })));

async function violations(element: Element): Promise<string[]> {
  const results = await axe.run(element, {
    runOnly: TAGS,
    // Still an experiment of axe's, and the one rule for "label in name".
    rules: { 'label-content-name-mismatch': { enabled: true } },
    resultTypes: ['violations'],
    // What the call shows in its frame is Signzy's.
    iframes: false,
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

describe('axe finds nothing wrong', () => {
  const play = onStage();

  for (const scene of SCENES)
    it(`in the scene "${scene.name}", light and dark, left to right and right to left`, async () => {
      const stage = await play(scene);
      for (const page of PAGES) {
        await dress(stage, page);
        expect(await violations(stage.element), JSON.stringify(page)).to.deep.equal([]);
      }
    });

  it('because it really looks into the shadow root', async () => {
    const { element } = await play(sceneNamed('in-progress'));
    element.shadowRoot?.append(document.createElement('button'));
    expect((await violations(element)).join()).to.contain('button-name');
  });
});
