import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { findInShadow, findVisible } from '../support/gallery/find-in-shadow.js';
import { findScene } from '../support/gallery/scenes.js';
import type { SceneContext } from '../support/gallery/scene.js';
import { answer, endpoint } from '../support/scenarios.js';
import en from '../../src/locales/en.js';
import { setupScenes } from '../support/gallery/setup-scenes.js';

const { actions } = en;
const press = (key: string) => sendKeys({ press: key });

/** The text of the focused element, on the page or in the shadow root; `frame` for the call itself. */
function focusedText({ element }: SceneContext): string {
  const active =
    document.activeElement === element ? element.shadowRoot?.activeElement : document.activeElement;
  return active instanceof HTMLIFrameElement ? 'frame' : (active?.textContent.trim() ?? '');
}

/** Adds links of the page before and after the element, and focuses the first one. */
function addLinksAround({ element }: SceneContext): void {
  const [before, after] = ['Before', 'After'].map((text) => {
    const link = document.createElement('a');
    Object.assign(link, { href: '#', textContent: text });
    return link;
  });
  if (before) element.before(before);
  if (after) element.after(after);
  before?.focus();
}

/** Repeats a step until the focus has left the element. Resolves with every stop on the way. */
async function collectStops(ctx: SceneContext, step = () => press('Tab')): Promise<string[]> {
  const stops: string[] = [];
  while (stops.at(-1) !== 'Before' && stops.at(-1) !== 'After') {
    await step();
    stops.push(focusedText(ctx));
    if (stops.length > 30) throw new Error(`The focus does not leave the element: ${stops.join(', ')}`);
  }
  return stops;
}

async function pressShiftTab(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await press('Tab');
  await sendKeys({ up: 'Shift' });
}

describe('keyboard navigation', () => {
  const render = setupScenes();

  it('moves through the button, the secondary button, the partner’s help and the panel, and out again, in both directions', async () => {
    const ctx = await render(findScene('call-closed'));
    const help = document.createElement('a');
    Object.assign(help, { href: '#help', slot: 'help', textContent: 'Help' });
    ctx.element.append(help);
    addLinksAround(ctx);
    const stops = [actions.resume, actions.check, 'Help', actions.prepare];
    expect(await collectStops(ctx)).to.deep.equal([...stops, 'After']);
    expect(await collectStops(ctx, pressShiftTab)).to.deep.equal([...stops.reverse(), 'Before']);
  });

  it('opens nothing when the button receives the focus', async () => {
    const ctx = await render(findScene('in-progress'));
    await press('Tab');
    expect(focusedText(ctx)).to.equal(actions.resume);
    expect(ctx.popups).to.deep.equal([]);
    expect(ctx.element.state).to.equal('ready');
  });

  for (const key of ['Enter', 'Space'])
    it(`starts the call with ${key}, and keeps the focus on the button`, async () => {
      const ctx = await render(findScene('in-progress'));
      await press('Tab');
      await press(key);
      await ctx.waitForState('open');
      expect(ctx.popups).to.have.length(1);
      expect(focusedText(ctx)).to.equal(actions.show);
    });

  it('reaches the inactive button outside hours, which is described by its reason', async () => {
    const ctx = await render(findScene('closed-weekend'));
    await press('Tab');
    const button = findInShadow(ctx, '[part~=button]');
    expect(ctx.element.shadowRoot?.activeElement).to.equal(button);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(findInShadow(ctx, `#${button.getAttribute('aria-describedby') ?? ''}`).innerText).not.to.equal('');
    for (const key of ['Enter', 'Space']) await press(key);
    expect(ctx.popups).to.deep.equal([]);
  });

  it('has no stop in a finished journey', async () => {
    const ctx = await render(findScene('verified'));
    addLinksAround(ctx);
    expect(await collectStops(ctx)).to.deep.equal(['After']);
  });

  it('skips a button that the page has disabled', async () => {
    const ctx = await render(findScene('disabled'));
    addLinksAround(ctx);
    expect(await collectStops(ctx)).not.to.include(actions.resume);
  });

  it('opens and closes a panel with Enter and Space, and keeps the focus on its button', async () => {
    const ctx = await render(findScene('handoff'));
    findInShadow(ctx, '#prepare-button').focus();
    await press('Enter');
    await ctx.waitForVisible('#prepare .checklist');
    await press('Space');
    await ctx.element.updateComplete;
    expect(findVisible(ctx, '#prepare')).to.deep.equal([]);
    expect(focusedText(ctx)).to.equal(actions.prepare);
    await press('Tab');
    await press('Enter');
    await ctx.waitForVisible('[part=qr]');
    expect(focusedText(ctx)).to.equal(actions.handoff);
    await press('Tab');
    expect(focusedText(ctx)).to.equal(actions.copy);
  });

  it('stays in the dialog', async () => {
    const ctx = await render(findScene('dialog'));
    addLinksAround(ctx);
    findInShadow(ctx, '[part=close-button]').focus();
    const stops = [focusedText(ctx)];
    for (let i = 0; i < 8; i++) {
      await press('Tab');
      stops.push(focusedText(ctx));
    }
    expect(stops).to.include(actions.window);
    for (const outside of ['Before', 'After', actions.show]) expect(stops).not.to.include(outside);
  });

  it('asks before Escape ends a call, and returns to the button when the call has ended', async () => {
    const ctx = await render({ ...findScene('dialog'), play: () => {}, finalState: 'ready' });
    await press('Tab');
    await press('Enter');
    await ctx.waitForState('open');
    await press('Escape');
    expect(focusedText(ctx)).to.equal(actions.stay);
    await press('Enter');
    expect(focusedText(ctx)).to.equal(actions.close);
    expect(ctx.element.state).to.equal('open');
    await press('Escape');
    await press('Tab');
    expect(focusedText(ctx)).to.equal(actions.end);
    await press('Enter');
    await ctx.waitForState('ready');
    expect(focusedText(ctx)).to.equal(actions.start);
  });

  it('stays with the banner when the button that had it is gone, and the banner is not a tab stop', async () => {
    const ctx = await render({ ...findScene('under-review'), name: 'review-then-verified' });
    await press('Tab');
    expect(focusedText(ctx)).to.equal(actions.check);
    ctx.useHandlers(endpoint({ get: () => answer({ status: 'verified' }) }));
    await press('Enter');
    await ctx.waitForState('done');
    expect(focusedText(ctx)).to.contain('Verified');
    // away, and through the whole page
    addLinksAround(ctx);
    for (let stop = 0; stop < 4; stop++) {
      expect(ctx.element.shadowRoot?.activeElement ?? null).to.equal(null);
      await press('Tab');
    }
  });

  it('closes a dialog without a call on Escape, without asking', async () => {
    const ctx = await render(findScene('dialog-opening'));
    await press('Escape');
    await ctx.waitForState('ready');
    expect(ctx.element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });
});
