import { expect } from '@open-wc/testing';
import { delay } from 'msw';
import { answer, endpoint } from '../../support/scenarios.js';
import { EnkashVkycButton } from '../../../src/define.js';
import ur from '../../../src/locales/ur.js';
import { mount, network, part, settled } from '../../support/element-page.js';

/** The rectangle of each line of the text itself, without the box around it. */
function lineRects(element: Element): readonly DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()];
}

EnkashVkycButton.registerMessages('ur', ur);

describe('the styles', () => {
  const net = network();

  it('reserve the width of a badge while the first response is pending', async () => {
    net.answers(...endpoint({ get: () => delay('infinite').then(() => answer({})) }));
    const { element } = await mount();
    await settled(element, 'loading');
    const blank = element.renderRoot.querySelector('.blank');
    expect(blank?.getBoundingClientRect().width).to.be.within(120, 160);
  });

  const LABELS: Readonly<Record<string, { readonly text: string; readonly lang?: string }>> = {
    'of one line': { text: 'Verify me' },
    'of two lines': { text: 'Verify yourself by video to raise your limit' },
    'of two lines in a script with wide letters': { text: 'வீடியோ மூலம் KYC சரிபார்ப்பைத் தொடங்குங்கள்', lang: 'ta' },
    'of two lines from right to left': {
      text: 'اپنی حد بڑھانے کے لیے ویڈیو کے ذریعے تصدیق کریں',
      lang: 'ur',
    },
  };
  for (const [what, { text, lang = 'en' }] of Object.entries(LABELS))
    it(`centre each line of a label ${what}, the first together with its icon`, async () => {
      net.answers(...endpoint());
      const { element } = await mount({ lang });
      element.style.width = '288px';
      element.append(text);
      await settled(element, 'ready', 'closed');
      const button = part(element, 'button').getBoundingClientRect();
      const icon = part(element, 'icon').getBoundingClientRect();
      const lines = lineRects(element);
      expect(lines.length > 1).to.equal(what !== 'of one line');
      const offsets = lines.map(({ left, right }, line) => {
        const inLine =
          line === 0
            ? { left: Math.min(left, icon.left), right: Math.max(right, icon.right) }
            : { left, right };
        return Math.abs((inLine.left + inLine.right) / 2 - (button.left + button.right) / 2);
      });
      expect(Math.max(...offsets)).to.be.lessThan(1);
    });

  it('do not cut off a badge in Urdu, whose letters extend far below their line', async () => {
    net.answers(...endpoint());
    const { element } = await mount({ lang: 'ur' });
    await settled(element, 'ready', 'closed');
    const text = part(element, 'badge').querySelector('span');
    expect(text && getComputedStyle(text).overflow).to.equal('visible');
  });

  it('show an inactive but focusable button without an endpoint', async () => {
    const { element } = await mount({ 'session-endpoint': '' });
    await element.updateComplete;
    const button = part(element, 'button');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.matches(':disabled')).to.equal(false);
  });

  it('apply the page’s height, gap and transition duration, but keep the button at least 44 pixels high', async () => {
    net.answers(...endpoint());
    const { element } = await mount();
    await settled(element, 'ready', 'closed');
    const button = part(element, 'button');
    element.style.cssText = '--vkyc-height: 80px; --vkyc-transition-duration: 2s';
    expect(button.getBoundingClientRect().height).to.equal(80);
    expect(getComputedStyle(button).transitionDuration).to.equal('2s, 2s');
    element.style.cssText = '--vkyc-height: 20px; --vkyc-gap: 30px';
    expect(button.getBoundingClientRect().height).to.equal(44);
    expect(
      part(element, 'label').getBoundingClientRect().left -
        part(element, 'icon').getBoundingClientRect().right,
    ).to.be.closeTo(30, 0.5);
  });
});
