import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { SCENES, sceneNamed } from '../support/gallery/acts.js';
import type { Stage } from '../support/gallery/scene.js';
import { dress, inShadow, onStage, seen } from '../support/gallery/on-stage.js';

const inElement = SCENES.filter(({ height = 0 }) => height === 0);
const inDialog = SCENES.filter(({ height = 0 }) => height > 0);
const TEXT = '[part=label], [part=badge], .second, .hint, .disclosure, li, .scan, .way, .note';

/** The text spacing of WCAG 1.4.12, where readers' own style sheets put it too. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Adds a style sheet to the page or to a shadow root; the returned function takes it away. */
function dressWith(css: string, root: DocumentOrShadowRoot = document): () => void {
  const before = [...root.adoptedStyleSheets];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...before, sheet];
  return () => {
    root.adoptedStyleSheets = before;
  };
}

/** What cannot be read or reached: text that is cut off or laid over other text, and what sticks out at the side. */
function faults(stage: Stage): string[] {
  const { element } = stage;
  const around = element.getBoundingClientRect();
  const texts = seen(stage, TEXT);
  const boxes = texts.map((text) => ({ text: text.innerText, box: text.getBoundingClientRect() }));
  return [
    ...(document.documentElement.scrollWidth > window.innerWidth ? ['The page scrolls sideways.'] : []),
    ...boxes.flatMap(({ text, box }) =>
      box.left < around.left - 1 || box.right > around.right + 1 || box.bottom > around.bottom + 1
        ? [`"${text}" sticks out.`]
        : [],
    ),
    ...texts.flatMap((text) =>
      text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== 'inline'
        ? [`"${text.innerText}" is wider than its box.`]
        : [],
    ),
    ...boxes.flatMap(({ text, box }, i) =>
      boxes
        .slice(i + 1)
        .flatMap((other) => (overlap(box, other.box) ? [`"${text}" lies on "${other.text}".`] : [])),
    ),
  ];
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

describe('whatever the customer or the page does to its text, the element', () => {
  const play = onStage();
  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  const changes: Readonly<Record<string, (root: ShadowRoot) => () => void>> = {
    'in a column of 200 pixels': () => dressWith('main { inline-size: 200px }'),
    'with wide text spacing': (root) => dressWith(SPACED, root),
    'with text of twice the size': () => dressWith('html { font-size: 200% } main { inline-size: 320px }'),
  };
  for (const scene of inElement)
    it(`can be read in the scene "${scene.name}", in three scripts: ${Object.keys(changes).join(', ')}`, async () => {
      const stage = await play(scene);
      for (const lang of ['en', 'ta', 'ur']) {
        await dress(stage, { lang });
        for (const [how, change] of Object.entries(changes)) {
          const undo = change(stage.element.renderRoot);
          expect(faults(stage), `${lang} ${how}`).to.deep.equal([]);
          undo();
        }
      }
    });

  for (const scene of inDialog)
    for (const lang of ['en', 'ta', 'ur'])
      it(`leaves every way on in sight in the scene "${scene.name}" at 400 % zoom, in "${lang}"`, async () => {
        await setViewport({ width: 320, height: 256 });
        try {
          const stage = await play(scene, { lang });
          for (const button of seen(stage, '.dialog button')) {
            const { left, right, top, bottom } = button.getBoundingClientRect();
            const inSight = left >= 0 && right <= 320 && top >= 0 && bottom <= 256;
            expect(inSight, button.innerText).to.equal(true);
          }
          expect(document.documentElement.scrollWidth).to.be.at.most(320);
        } finally {
          await setViewport({ width: 800, height: 600 });
        }
      });

  const hostile: Readonly<Record<string, string>> = {
    'all is centred, spaced, small and in capitals': `body { text-align: center; letter-spacing: 0.5em; word-spacing: 2em; text-transform: uppercase;
      line-height: 0.8; text-indent: 3em; white-space: nowrap; font-variant: small-caps }`,
    'every element is told how to look':
      '* { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: content-box !important; max-width: 100px !important }',
    'its buttons and paragraphs have a look of their own':
      'button { all: unset; display: none } p { display: none } span, div { color: white; background: white; opacity: 0.1 }',
    'its direction contradicts the language': 'body { direction: rtl; writing-mode: horizontal-tb }',
    'the tag itself is reset': 'enkash-vkyc-button { all: unset }',
    'the tag itself is reset with force': 'enkash-vkyc-button { all: unset !important }',
  };
  for (const [what, css] of Object.entries(hostile))
    it(`keeps its words and its size on a page where ${what}`, async () => {
      const stage = await play(sceneNamed('closed-weekend'));
      dressWith(css);
      expect(faults(stage)).to.deep.equal([]);
      for (const text of seen(stage, '.base *')) expect(getComputedStyle(text).opacity).to.equal('1');
      expect(seen(stage, TEXT)).to.have.length(5);
      const { fontSize, letterSpacing, textTransform, whiteSpace } = getComputedStyle(
        inShadow(stage, '.hint'),
      );
      expect(Number.parseFloat(fontSize)).to.be.at.least(12);
      expect([letterSpacing, textTransform, whiteSpace]).to.deep.equal(['normal', 'none', 'normal']);
      for (const button of seen(stage, 'button'))
        expect(button.getBoundingClientRect().height, button.innerText).to.be.at.least(44);
    });
});
