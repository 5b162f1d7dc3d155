import { expect } from '@open-wc/testing';
import { flatCopy } from '../support/flat-copy.js';
import { codeSniffer, loadCodeSniffer, type Finding } from '../support/html-codesniffer.js';
import { SCENES, findScene } from '../support/gallery/scenes.js';
import { changePage, setupScenes } from '../support/gallery/setup-scenes.js';

const PAGES = [
  { theme: 'light', lang: 'en' },
  { theme: 'dark', lang: 'ur' },
];

const described = ({ code, msg, element }: Finding) => `${code}: ${msg} ${element.outerHTML}`;

describe('HTML_CodeSniffer', () => {
  const render = setupScenes();
  before(loadCodeSniffer);

  /** The errors in the element as it is shown. The engine knows no shadow roots, so it gets a copy without them. */
  async function errorsIn(element: Element): Promise<string[]> {
    const copy = flatCopy(element);
    document.querySelector('main')?.append(copy);
    try {
      return (await codeSniffer('WCAG2AA', copy)).map(described);
    } finally {
      copy.remove();
    }
  }

  for (const scene of SCENES)
    it(`finds no error in the scene "${scene.name}", light and left to right, dark and right to left`, async () => {
      const ctx = await render(scene);
      for (const page of PAGES) {
        await changePage(ctx, page);
        expect(await errorsIn(ctx.element), JSON.stringify(page)).to.deep.equal([]);
      }
    });

  it('finds a button without a name and text that is too pale in the shadow root', async () => {
    const { element } = await render(findScene('in-progress'));
    const pale = document.createElement('p');
    pale.textContent = 'pale';
    pale.style.cssText = 'color: #aaa; background: #fff';
    element.shadowRoot?.querySelector('.base')?.append(document.createElement('button'), pale);
    const errors = (await errorsIn(element)).join('\n');
    expect(errors).to.contain('4_1_2').and.to.contain('1_4_3');
  });
});
