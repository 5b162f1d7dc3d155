import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { addStyles } from '../support/gallery/add-styles.js';
import { findInShadow, findVisible } from '../support/gallery/find-in-shadow.js';
import { SCENES, findScene } from '../support/gallery/scenes.js';
import type { SceneContext } from '../support/gallery/scene.js';
import { changePage, setupScenes } from '../support/gallery/setup-scenes.js';
import { painted } from '../support/painted.js';

const inElement = SCENES.filter(({ height = 0 }) => height === 0);
const inDialog = SCENES.filter(({ height = 0 }) => height > 0);
const TEXT = '[part=label], [part=badge], .second, .hint, .disclosure, li, .scan, .way, .note';

/** The text spacing of WCAG 1.4.12, as a user style sheet sets it. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Text that cannot be read: cut off, overlapping other text, or outside the element; and sideways scrolling. */
function layoutFaults(ctx: SceneContext): string[] {
  const { element } = ctx;
  const around = element.getBoundingClientRect();
  const texts = findVisible(ctx, TEXT);
  const boxes = texts.map((text) => ({ text: text.innerText, box: text.getBoundingClientRect() }));
  return [
    ...(document.documentElement.scrollWidth > window.innerWidth ? ['The page scrolls sideways.'] : []),
    ...boxes.flatMap(({ text, box }) =>
      box.left < around.left - 1 || box.right > around.right + 1 || box.bottom > around.bottom + 1
        ? [`"${text}" overflows the element.`]
        : [],
    ),
    ...texts.flatMap((text) =>
      parseFloat(getComputedStyle(text).fontSize) < 12 ? [`"${text.innerText}" is too small.`] : [],
    ),
    ...texts.flatMap((text) =>
      text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== 'inline'
        ? [`"${text.innerText}" is wider than its box.`]
        : [],
    ),
    ...boxes.flatMap(({ text, box }, i) =>
      boxes
        .slice(i + 1)
        .flatMap((other) => (overlap(box, other.box) ? [`"${text}" overlaps "${other.text}".`] : [])),
    ),
  ];
}

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

describe('reflow', () => {
  const render = setupScenes();
  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  const changes: Readonly<Record<string, (root: ShadowRoot) => () => void>> = {
    'in a column of 200 pixels': () => addStyles('main { inline-size: 200px }'),
    'with wide text spacing': (root) => addStyles(TEXT_SPACING, root),
    'with text of twice the size': () => addStyles('html { font-size: 200% } main { inline-size: 320px }'),
    'with a small root font': () =>
      addStyles('html { font-size: 62.5% } body { font-size: 1.6rem } main { inline-size: 320px }'),
  };
  for (const scene of inElement)
    it(`keeps the scene "${scene.name}" readable in three scripts: ${Object.keys(changes).join(', ')}`, async () => {
      const ctx = await render(scene);
      for (const lang of ['en', 'ta', 'ur']) {
        await changePage(ctx, { lang });
        for (const [how, change] of Object.entries(changes)) {
          const undo = change(ctx.element.renderRoot);
          await painted();
          expect(layoutFaults(ctx), `${lang} ${how}`).to.deep.equal([]);
          undo();
        }
      }
    });

  for (const scene of inDialog)
    for (const lang of ['en', 'ta', 'ur'])
      it(`keeps every button visible in the scene "${scene.name}" at 400 % zoom, in "${lang}"`, async () => {
        await setViewport({ width: 320, height: 256 });
        try {
          const ctx = await render(scene, { lang });
          for (const button of findVisible(ctx, '.dialog button')) {
            const { left, right, top, bottom } = button.getBoundingClientRect();
            const visible = left >= 0 && right <= 320 && top >= 0 && bottom <= 256;
            expect(visible, button.innerText).to.equal(true);
          }
          expect(document.documentElement.scrollWidth).to.be.at.most(320);
        } finally {
          await setViewport({ width: 800, height: 600 });
        }
      });

  const hostileStyles: Readonly<Record<string, string>> = {
    'all text is centred, spaced, condensed and in capitals': `body { text-align: center; letter-spacing: 0.5em; word-spacing: 2em; text-transform: uppercase;
      line-height: 0.8; text-indent: 3em; white-space: nowrap; font-variant: small-caps }`,
    'every element has forced box styles':
      '* { margin: 0 !important; padding: 0 !important; border: 0 !important; box-sizing: content-box !important; max-width: 100px !important }',
    'buttons and paragraphs are restyled and hidden':
      'button { all: unset; display: none } p { display: none } span, div { color: white; background: white; opacity: 0.1 }',
    'the direction contradicts the language': 'body { direction: rtl; writing-mode: horizontal-tb }',
    'the tag itself is reset': 'enkash-vkyc-button { all: unset }',
    'the tag itself is reset with !important': 'enkash-vkyc-button { all: unset !important }',
  };
  for (const [what, css] of Object.entries(hostileStyles))
    it(`keeps texts and control sizes on a page where ${what}`, async () => {
      const ctx = await render(findScene('closed-weekend'));
      addStyles(css);
      expect(layoutFaults(ctx)).to.deep.equal([]);
      for (const text of findVisible(ctx, '.base *')) expect(getComputedStyle(text).opacity).to.equal('1');
      expect(findVisible(ctx, TEXT)).to.have.length(8);
      const { fontSize, letterSpacing, textTransform, whiteSpace } = getComputedStyle(
        findInShadow(ctx, '.hint'),
      );
      expect(Number.parseFloat(fontSize)).to.be.at.least(12);
      expect([letterSpacing, textTransform, whiteSpace]).to.deep.equal(['normal', 'none', 'normal']);
      for (const button of findVisible(ctx, 'button'))
        expect(button.getBoundingClientRect().height, button.innerText).to.be.at.least(44);
    });
});
