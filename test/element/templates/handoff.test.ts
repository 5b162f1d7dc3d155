import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { render } from 'lit';
import { handoffNews, handoffPanel, type HandoffModel } from '../../../src/element/templates/handoff.js';
import { panelStyles } from '../../../src/element/styles/panel-styles.js';
import { styles } from '../../../src/element/styles/button-styles.js';
import { VkycError } from '../../../src/errors/vkyc-error.js';
import { qrCode } from '../../../src/handoff/qr-code.js';
import type { HandoffState } from '../../../src/handoff/handoff.js';
import { closedShadow } from '../../../src/handoff/closed-shadow.js';
import en from '../../../src/locales/en.js';
import hi from '../../../src/locales/hi.js';
import ur from '../../../src/locales/ur.js';
import type { ActionName } from '../../../src/locales/messages.js';

const LINK = 'https://vkyc.example.com/call/7hT2';
const HIDDEN: HandoffState = { kind: 'hidden' };
const shown = (rest: { copied?: boolean; selectable?: string | null } = {}): HandoffState => ({
  kind: 'shown',
  code: closedShadow(qrCode(LINK)),
  copied: false,
  selectable: null,
  ...rest,
});

/** Draws the panel with the element's styles, so that what is measured is what a customer gets. */
const draw = async (
  handoff: HandoffState,
  { messages = en, ways = ['copy', 'share', 'sms', 'email'] }: Partial<HandoffModel> = {},
) => {
  const acts: ActionName[] = [];
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  root.adoptedStyleSheets = [styles, panelStyles].flatMap(({ styleSheet }) => styleSheet ?? []);
  const hands = { act: (action: ActionName) => void acts.push(action) };
  const redraw = (next: HandoffState) =>
    render(
      html`<div class="base"><button class="button">Start</button>${handoffPanel({ messages, handoff: next, ways }, hands)}</div>`,
      root,
    );
  redraw(handoff);
  const find = (selector: string) => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The panel has no ${selector}.`);
    return found;
  };
  return { acts, host, root, find, redraw, button: find('#handoff-button') };
};

const fieldOf = (root: ShadowRoot) => {
  const field = root.querySelector('input');
  if (!field) throw new Error('The panel has no field.');
  return field;
};

const waysOf = (root: ShadowRoot) => [...root.querySelectorAll<HTMLButtonElement>('.way')];

describe('handoffPanel', () => {
  it('is a button that tells what it shows, and is open while there is a link or one on its way', async () => {
    const failed: HandoffState = { kind: 'failed', cause: null };
    for (const [handoff, open] of [
      [HIDDEN, false],
      [failed, false],
      [{ kind: 'fetching' }, true],
      [shown(), true],
    ] as const) {
      const { button, find } = await draw(handoff);
      expect(button.innerText.trim()).to.equal('Continue on your phone');
      expect(button.getAttribute('aria-expanded'), handoff.kind).to.equal(String(open));
      expect(find(`#${button.getAttribute('aria-controls') ?? ''}`).hidden, handoff.kind).to.equal(!open);
    }
  });

  it('draws neither code nor ways while it is closed', async () => {
    const { root, redraw } = await draw(shown());
    redraw(HIDDEN);
    expect(root.querySelectorAll('.way, [part=qr], .qr *')).to.have.length(0);
  });

  it('shows the code as a picture with a name, and what to do with it', async () => {
    const { find, root } = await draw(shown());
    const code = find('[part=qr]');
    expect(code.getAttribute('role')).to.equal('img');
    expect(code.getAttribute('aria-label')).to.equal(en.handoff.code);
    expect(code.childElementCount).to.equal(1);
    expect(root.textContent).to.contain(en.handoff.scan);
    expect(find('[part=handoff]').contains(code)).to.equal(true);
  });

  it('keeps the link out of the markup, wherever it is shown', async () => {
    const { host, root } = await draw(shown({ selectable: LINK }));
    expect(fieldOf(root).value).to.equal(LINK);
    const markup = [...root.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    );
    for (const text of [...markup, root.textContent, host.outerHTML])
      expect(text).to.not.contain('vkyc.example.com');
    const drawn = host.getHTML({ shadowRoots: [root], serializableShadowRoots: true });
    expect(drawn).to.contain('role="img"');
    expect(drawn).to.not.match(/M0 0h7v1/);
    expect(qrCode(LINK).outerHTML).to.match(/M0 0h7v1/);
    expect(root.querySelectorAll('[href], [style]')).to.have.length(0);
  });

  it('keeps the place of the code while the link is on its way, so that nothing moves', async () => {
    const { find, redraw, root } = await draw({ kind: 'fetching' });
    const before = root.firstElementChild?.getBoundingClientRect().height;
    expect(root.querySelector('[role=img]')).to.equal(null);
    redraw(shown());
    expect(find('.qr').getBoundingClientRect().height).to.equal(260);
    expect(root.firstElementChild?.getBoundingClientRect().height).to.equal(before);
  });

  it('draws the code 200 pixels wide at least, in the narrowest element too, white in the dark', async () => {
    const { host, find } = await draw(shown());
    host.style.cssText = 'width: 200px; color-scheme: dark';
    const code = find('[part=qr]');
    const { width, height } = code.getBoundingClientRect();
    expect([width, height]).to.deep.equal([200, 200]);
    expect(getComputedStyle(code).backgroundColor).to.equal('rgb(255, 255, 255)');
    const ground = find('[part=qr] > *');
    expect(ground.getBoundingClientRect()).to.include({ width: 200, height: 200 });
    const { backgroundColor, fill, stroke } = getComputedStyle(ground);
    expect([backgroundColor, fill, stroke]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'none']);
  });

  it('fits into 200 pixels in any language, with nothing lower than 44', async () => {
    for (const messages of [en, hi, ur]) {
      const { host, root, find } = await draw(shown({ selectable: LINK }), { messages });
      host.style.width = '200px';
      find('.base').dir = messages === ur ? 'rtl' : 'ltr';
      expect(host.scrollWidth, messages.callTitle).to.be.at.most(200);
      for (const control of root.querySelectorAll('button, input'))
        expect(control.getBoundingClientRect().height).to.be.at.least(44);
    }
  });

  it('is accessible, in the light and in the dark', async () => {
    for (const scheme of ['light', 'dark']) {
      const { host } = await draw(shown({ selectable: LINK }));
      host.style.cssText = `color-scheme: ${scheme}; background: Canvas`;
      await expect(host).to.be.accessible();
    }
  });

  it('offers the ways that the browser has, in their order', async () => {
    const { root } = await draw(shown(), { ways: ['copy', 'email'] });
    expect(waysOf(root).map(({ innerText }) => innerText.trim())).to.deep.equal(['Copy link', 'E-mail']);
  });

  it('tells which button was pressed', async () => {
    const { acts, root, button } = await draw(shown());
    for (const way of waysOf(root)) way.click();
    button.click();
    expect(acts).to.deep.equal(['copy', 'share', 'sms', 'email', 'handoff']);
  });

  it('leaves the first button alone when the code is clicked: its focus would count as intent', async () => {
    const { root, find } = await draw(shown());
    const { x, y } = find('[part=qr]').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + 50), Math.round(y + 50)] });
    expect(root.activeElement?.getAttribute('part')).to.equal('handoff');
  });

  it('says that no way can be taken while the link is on its way', async () => {
    const { root, redraw } = await draw({ kind: 'fetching' });
    const veto = () => waysOf(root).map((way) => way.getAttribute('aria-disabled'));
    expect(veto()).to.deep.equal(['true', 'true', 'true', 'true']);
    redraw(shown());
    expect(veto()).to.deep.equal([null, null, null, null]);
  });

  it('selects the whole link for the customer to copy, who cannot change it', async () => {
    const { root } = await draw(shown({ selectable: LINK }));
    const field = fieldOf(root);
    field.focus();
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, LINK.length]);
    expect(field.readOnly).to.equal(true);
    expect(field.getAttribute('aria-label')).to.equal('Copy link');
  });

  it('writes what is new where the customer sees it too, also once it is closed', async () => {
    const { find, redraw } = await draw(shown({ copied: true }));
    expect(find('.note').innerText).to.equal('Link copied.');
    redraw({ kind: 'withdrawn' });
    expect(find('.note').innerText).to.equal(en.handoff.hidden);
    redraw(HIDDEN);
    expect(() => find('.note')).to.throw();
  });
});

describe('handoffNews', () => {
  const news = (handoff: HandoffState) => handoffNews({ messages: en, handoff, ways: [] });

  it('says that the link was copied, or must be copied by hand', () => {
    expect(news(shown({ copied: true }))).to.equal(en.handoff.copied);
    expect(news(shown({ selectable: LINK }))).to.equal(en.handoff['not-copied']);
  });

  it('says that the link hid itself, but not what the customer did', () => {
    expect(news({ kind: 'withdrawn' })).to.equal(en.handoff.hidden);
    expect(news(HIDDEN)).to.equal('');
  });

  it('says why no link came', () => {
    expect(news({ kind: 'failed', cause: new VkycError('rate_limited') })).to.equal(en.errors.rate_limited);
    expect(news({ kind: 'failed', cause: new Error(LINK) })).to.equal(en.errors.network);
  });

  it('says nothing while all is as expected', () => {
    expect(news({ kind: 'fetching' })).to.equal('');
    expect(news(shown())).to.equal('');
  });
});
