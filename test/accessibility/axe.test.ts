import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import type Axe from 'axe-core';
import { SCENES, findScene } from '../support/gallery/scenes.js';
import { changePage, setupScenes } from '../support/gallery/setup-scenes.js';

declare const axe: typeof Axe;

/** The rules of axe for WCAG 2.2, levels A and AA, and its best practices. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PAGES = ['light', 'dark'].flatMap((theme) => ['en', 'ur'].map((lang) => ({ theme, lang })));

async function violations(element: Element): Promise<string[]> {
  const results = await axe.run(element, {
    runOnly: TAGS,
    // Still experimental in axe, and its only rule for "label in name".
    rules: { 'label-content-name-mismatch': { enabled: true } },
    resultTypes: ['violations'],
    // The content of the call's frame belongs to Signzy.
    iframes: false,
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}

describe('axe', () => {
  const render = setupScenes();

  for (const scene of SCENES)
    it(`finds no violation in the scene "${scene.name}", light and dark, left to right and right to left`, async () => {
      const ctx = await render(scene);
      for (const page of PAGES) {
        await changePage(ctx, page);
        expect(await violations(ctx.element), JSON.stringify(page)).to.deep.equal([]);
      }
    });

  it('finds a violation that is added to the shadow root', async () => {
    const { element } = await render(findScene('in-progress'));
    element.shadowRoot?.append(document.createElement('button'));
    expect((await violations(element)).join()).to.contain('button-name');
  });
});
