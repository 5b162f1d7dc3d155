import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { render } from 'lit';
import {
  handoffAnnouncement,
  handoffContent,
  type HandoffContentModel,
} from '../../../src/element/templates/handoff-content.js';
import { disclosure } from '../../../src/element/templates/disclosure.js';
import { panelsTemplate } from '../../../src/element/templates/panels.js';
import { handoffStyles } from '../../../src/element/styles/handoff-styles.js';
import { panelStyles } from '../../../src/element/styles/panel-styles.js';
import { buttonStyles } from '../../../src/element/styles/button-styles.js';
import { VkycError } from '../../../src/errors/vkyc-error.js';
import { qrCode } from '../../../src/handoff/qr-code.js';
import type { HandoffState } from '../../../src/handoff/handoff.js';
import type { SendResult } from '../../../src/handoff/send-link.js';
import { closedShadow } from '../../../src/handoff/closed-shadow.js';
import en from '../../../src/locales/en.js';
import hi from '../../../src/locales/hi.js';
import ur from '../../../src/locales/ur.js';
import type { ButtonAction } from '../../../src/locales/messages.js';
import { CLOSED_PANELS } from '../../support/closed-panels.js';
import { journeyIn } from '../../support/journeys.js';
import { loadParts } from '../../support/lazy-parts.js';

const LINK = 'https://vkyc.example.com/call/7hT2';
const HIDDEN: HandoffState = { kind: 'hidden' };
const shown = (rest: { sent?: SendResult | null; selectable?: string | null } = {}): HandoffState => ({
  kind: 'shown',
  code: closedShadow(qrCode(LINK)),
  sent: null,
  selectable: null,
  ...rest,
});

/** Renders the panel with the element's styles, so that measurements match the real element. */
const setup = async (
  handoff: HandoffState,
  {
    messages = en,
    ways = ['copy', 'share', 'sms', 'email'],
    expiresAt = null,
  }: Partial<HandoffContentModel> = {},
) => {
  const actions: ButtonAction[] = [];
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open', delegatesFocus: true });
  root.adoptedStyleSheets = [buttonStyles, panelStyles, handoffStyles].flatMap(
    ({ styleSheet }) => styleSheet ?? [],
  );
  const callbacks = { onAction: (action: ButtonAction) => void actions.push(action) };
  const rerender = (next: HandoffState) =>
    render(
      html`<div class="base"><button class="button">Start</button>${disclosure({
        ...callbacks,
        name: 'handoff',
        label: messages.actions.handoff,
        content: isOpen(next)
          ? handoffContent({ messages, handoff: next, ways, expiresAt }, callbacks.onAction)
          : null,
        pending: false,
        note: handoffAnnouncement(messages, next),
      })}</div>`,
      root,
    );
  rerender(handoff);
  const find = (selector: string) => {
    const found = root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The panel has no ${selector}.`);
    return found;
  };
  return { actions, host, root, find, rerender, button: find('#handoff-button') };
};

const isOpen = ({ kind }: HandoffState) => kind === 'shown' || kind === 'fetching';

const fieldOf = (root: ShadowRoot) => {
  const field = root.querySelector('input');
  if (!field) throw new Error('The panel has no field.');
  return field;
};

const waysOf = (root: ShadowRoot) => [...root.querySelectorAll<HTMLButtonElement>('.way')];

describe('handoffContent', () => {
  before(loadParts);

  it('is in a panel with a button that names it, open while a link is shown or being fetched', async () => {
    const failed: HandoffState = { kind: 'failed', cause: null };
    for (const handoff of [HIDDEN, failed, { kind: 'fetching' }, shown()] as const) {
      const panels = { ...CLOSED_PANELS, offersHandoff: true, handoff };
      const base = await fixture<HTMLElement>(
        html`<div>${panelsTemplate({ journey: journeyIn('ready'), messages: en, panels }, { onAction() {} })}</div>`,
      );
      const button = base.querySelector<HTMLElement>('#handoff-button');
      expect(button?.innerText.trim()).to.equal('Continue on your phone');
      expect(button?.getAttribute('aria-expanded'), handoff.kind).to.equal(String(isOpen(handoff)));
      expect(base.querySelector('#handoff') !== null, handoff.kind).to.equal(isOpen(handoff));
    }
  });

  it('renders neither QR code nor ways while it is closed', async () => {
    const { root, rerender } = await setup(shown());
    rerender(HIDDEN);
    expect(root.querySelectorAll('.way, [part=qr], .qr *')).to.have.length(0);
  });

  it('shows the QR code as an image with an accessible name, and instructions', async () => {
    const { find, root } = await setup(shown());
    const code = find('[part=qr]');
    expect(code.getAttribute('role')).to.equal('img');
    expect(code.getAttribute('aria-label')).to.equal(en.handoff.code);
    expect(code.childElementCount).to.equal(1);
    expect(root.textContent).to.contain(en.handoff.scan);
    expect(find('[part=handoff]').contains(code)).to.equal(true);
  });

  it('never puts the link into markup', async () => {
    const { host, root } = await setup(shown({ selectable: LINK, sent: 'not-copied' }));
    expect(fieldOf(root).value).to.equal(LINK);
    const attributes = [...root.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map(({ value }) => value),
    );
    for (const text of [...attributes, root.textContent, host.outerHTML])
      expect(text).to.not.contain('vkyc.example.com');
    const markup = host.getHTML({ shadowRoots: [root], serializableShadowRoots: true });
    expect(markup).to.contain('role="img"');
    expect(markup).to.not.match(/M0 0h7v1/);
    expect(qrCode(LINK).outerHTML).to.match(/M0 0h7v1/);
    expect(root.querySelectorAll('[href], [style]')).to.have.length(0);
  });

  it('reserves the space of the QR code while the link is being fetched', async () => {
    const { find, rerender, root } = await setup({ kind: 'fetching' });
    const before = root.firstElementChild?.getBoundingClientRect().height;
    expect(root.querySelector('[role=img]')).to.equal(null);
    rerender(shown());
    expect(find('.qr').getBoundingClientRect().height).to.equal(260);
    expect(root.firstElementChild?.getBoundingClientRect().height).to.equal(before);
  });

  it('renders the QR code at least 200 pixels wide, even in the narrowest element, and white in the dark theme', async () => {
    const { host, find } = await setup(shown());
    host.style.cssText = 'width: 200px; color-scheme: dark';
    const code = find('[part=qr]');
    const { width, height } = code.getBoundingClientRect();
    expect([width, height]).to.deep.equal([200, 200]);
    expect(getComputedStyle(code).backgroundColor).to.equal('rgb(255, 255, 255)');
    const svgHost = find('[part=qr] > *');
    expect(svgHost.getBoundingClientRect()).to.include({ width: 200, height: 200 });
    const { backgroundColor, fill, stroke } = getComputedStyle(svgHost);
    expect([backgroundColor, fill, stroke]).to.deep.equal(['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'none']);
  });

  it('fits into 200 pixels in any language, with controls at least 44 pixels high', async () => {
    for (const messages of [en, hi, ur]) {
      const { host, root, find } = await setup(shown({ selectable: LINK, sent: 'not-copied' }), { messages });
      host.style.width = '200px';
      find('.base').dir = messages === ur ? 'rtl' : 'ltr';
      expect(host.scrollWidth, messages.callTitle).to.be.at.most(200);
      for (const control of root.querySelectorAll('button, input'))
        expect(control.getBoundingClientRect().height).to.be.at.least(44);
    }
  });

  it('is accessible in light and dark themes', async () => {
    for (const scheme of ['light', 'dark']) {
      const { host } = await setup(shown({ selectable: LINK, sent: 'not-copied' }));
      host.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      await expect(host).to.be.accessible();
    }
  });

  it('offers the ways that the browser supports, in order', async () => {
    const { root } = await setup(shown(), { ways: ['copy', 'email'] });
    expect(waysOf(root).map(({ innerText }) => innerText.trim())).to.deep.equal(['Copy link', 'Email']);
  });

  it('calls onAction with the button’s action', async () => {
    const { actions, root, button } = await setup(shown());
    for (const way of waysOf(root)) way.click();
    button.click();
    expect(actions).to.deep.equal(['copy', 'share', 'sms', 'email', 'handoff']);
  });

  it('does not focus the first button when the QR code is clicked: its focus would count as intent', async () => {
    const { root, find } = await setup(shown());
    const { x, y } = find('[part=qr]').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(x + 50), Math.round(y + 50)] });
    expect(root.activeElement?.getAttribute('part')).to.equal('handoff');
  });

  it('disables the ways while the link is being fetched', async () => {
    const { root, rerender } = await setup({ kind: 'fetching' });
    const disabledStates = () => waysOf(root).map((way) => way.getAttribute('aria-disabled'));
    expect(disabledStates()).to.deep.equal(['true', 'true', 'true', 'true']);
    rerender(shown());
    expect(disabledStates()).to.deep.equal([null, null, null, null]);
  });

  it('selects the whole link on focus, read-only', async () => {
    const { root } = await setup(shown({ selectable: LINK, sent: 'not-copied' }));
    const field = fieldOf(root);
    field.focus();
    expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, LINK.length]);
    expect(field.readOnly).to.equal(true);
    expect([field.getAttribute('aria-label'), field.type]).to.deep.equal([en.handoff.link, 'text']);
  });

  for (const [sent, note] of [
    ['copied', en.handoff.copied],
    ['shared', en.handoff.shared],
    ['opened', en.handoff.opened],
    ['canceled', undefined],
  ] as const)
    it(`answers visibly after a way that ended as "${sent}"`, async () => {
      const { root } = await setup(shown({ sent }));
      expect(root.querySelector('.note')?.textContent).to.equal(note);
    });

  it('tells how long the code is shown, and on which day in India the link expires', async () => {
    const { root } = await setup(shown(), { expiresAt: Date.UTC(2026, 10, 23, 18, 30) });
    const text = root.querySelector('#handoff')?.textContent;
    expect(text).to.contain(en.handoff.hides).and.to.contain('until 24/11/2026.');
    const { root: other } = await setup(shown());
    expect(other.querySelector('#handoff')?.textContent).not.to.contain('until');
  });

  it('shows the announcement as a note, even while it is closed', async () => {
    const { find, rerender } = await setup(shown({ sent: 'copied' }));
    expect(find('.note').innerText).to.equal('Link copied.');
    rerender({ kind: 'withdrawn' });
    expect(find('.note').innerText).to.equal(en.handoff.hidden);
    rerender(HIDDEN);
    expect(() => find('.note')).to.throw();
  });
});

describe('handoffAnnouncement', () => {
  const text = (handoff: HandoffState) => handoffAnnouncement(en, handoff);

  it('announces that the link was copied, or must be copied manually', () => {
    expect(text(shown({ sent: 'copied' }))).to.equal(en.handoff.copied);
    expect(text(shown({ selectable: LINK, sent: 'not-copied' }))).to.equal(en.handoff['not-copied']);
  });

  it('announces that the link was withdrawn, but not that the customer hid it', () => {
    expect(text({ kind: 'withdrawn' })).to.equal(en.handoff.hidden);
    expect(text(HIDDEN)).to.equal('');
  });

  it('announces why there is no link', () => {
    expect(text({ kind: 'failed', cause: new VkycError('rate_limited') })).to.equal(en.errors.rate_limited);
    expect(text({ kind: 'failed', cause: new Error(LINK) })).to.equal(en.errors.server_error);
  });

  it('announces nothing while fetching or showing the link', () => {
    expect(text({ kind: 'fetching' })).to.equal('');
    expect(text(shown())).to.equal('');
  });
});
