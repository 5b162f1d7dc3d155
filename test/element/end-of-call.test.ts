import { expect } from '@open-wc/testing';
import en from '../../src/locales/en.js';
import { findInShadow, findVisible } from '../support/gallery/find-in-shadow.js';
import { findScene, SCENES } from '../support/gallery/scenes.js';
import { setupScenes } from '../support/gallery/setup-scenes.js';
import { answer, endpoint } from '../support/scenarios.js';

const { hints } = en;

describe('the end of a call', () => {
  const render = setupScenes();
  const textOf = (ctx: Parameters<typeof findInShadow>[0], selector: string) =>
    findInShadow(ctx, selector).innerText.trim();

  it('says why a customer was rejected, and opens the checklist by itself', async () => {
    const ctx = await render(findScene('rejected-reason'));
    expect(textOf(ctx, '[part=hint]')).to.equal(hints.rejected);
    expect(textOf(ctx, '[part=reason]')).to.equal(`${en.reason} Photo on the PAN card is not clear`);
    expect(findInShadow(ctx, '#prepare-button').getAttribute('aria-expanded')).to.equal('true');
    await ctx.waitForVisible('#prepare .checklist');
  });

  it('grows once for a rejection, together with the answer that says so', async () => {
    for (const name of ['rejected', 'rejected-reason']) {
      const ctx = await render(findScene(name));
      const heights = new Set<number>();
      const observer = new ResizeObserver(() => heights.add(ctx.element.getBoundingClientRect().height));
      observer.observe(ctx.element);
      // as many tasks as a device check takes
      await Promise.all(
        ['camera', 'microphone'].map((device) =>
          navigator.permissions.query({ name: device as PermissionName }),
        ),
      );
      await navigator.mediaDevices.enumerateDevices();
      for (let frames = 0; frames < 10; frames++) await new Promise(requestAnimationFrame);
      observer.disconnect();
      expect([...heights], name).to.have.length(1);
      expect(findInShadow(ctx, '#prepare').querySelectorAll('.warning, .tick'), name).to.have.length(0);
      ctx.dispose();
    }
  });

  it('leaves the checklist closed once the customer has closed it, through more answers', async () => {
    const ctx = await render(findScene('rejected'));
    ctx.click('#prepare-button');
    await ctx.element.refresh();
    await ctx.element.updateComplete;
    expect(findInShadow(ctx, '#prepare-button').getAttribute('aria-expanded')).to.equal('false');
  });

  it('renders a description with markup as text', async () => {
    const status = 'EnumModel(name=VKYC_REJECTED, label=x, description=<img src=x onerror=alert(1)>)';
    const ctx = await render({
      ...findScene('rejected'),
      handlers: endpoint({
        get: () => Response.json({ kycStatus: 'MIN_KYC_VERIFIED', kycSubStatus: status }),
      }),
      attributes: { 'working-hours': '00:00-24:00', 'working-days': 'mon-sun' },
    });
    expect(textOf(ctx, '[part=reason]')).to.contain('<img src=x onerror=alert(1)>');
    expect(ctx.element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('is one banner for a verified customer, which says it once and has nothing to press', async () => {
    const ctx = await render(findScene('verified'));
    expect(
      findVisible(ctx, 'button').filter((button) => button.checkVisibility({ visibilityProperty: true })),
    ).to.deep.equal([]);
    expect(textOf(ctx, '.banner [part=badge]')).to.equal(en.phases.verified);
    expect(textOf(ctx, '.banner [part=hint]')).to.equal(hints.verified);
    expect(findInShadow(ctx, '[part~=done]').tabIndex).to.equal(-1);
  });

  it('leaves no hole under a finished journey, and moves nothing', async () => {
    for (const attributes of [{}, { handoff: '' }]) {
      const ctx = await render({ ...findScene('in-progress'), attributes });
      const { height } = ctx.element.getBoundingClientRect();
      ctx.useHandlers(endpoint({ get: () => answer({ status: 'verified' }) }));
      await ctx.element.refresh();
      await ctx.waitForState('done');
      const box = ctx.element.getBoundingClientRect();
      expect(box.height).to.be.closeTo(height, 0.5);
      expect(findInShadow(ctx, '.banner').getBoundingClientRect().bottom).to.be.closeTo(box.bottom, 1);
    }
  });

  it('is not "checking" after the customer has ended the call, and can start again at once', async () => {
    const ctx = await render(findScene('dialog-ended'));
    expect(ctx.element.state).to.equal('ready');
    expect(textOf(ctx, '[part=hint]')).to.equal(hints.ended);
    const button = findInShadow(ctx, '[part~=button]');
    expect([button.ariaBusy, button.innerText.trim()]).to.deep.equal([null, en.actions.start]);
  });

  it('has no spinner on a button that can be used', async () => {
    for (const name of ['checking', 'checking-severed', 'call-closed', 'dialog-ended']) {
      const ctx = await render(findScene(name));
      expect(findInShadow(ctx, '[part~=button]').querySelector('.spinner'), name).to.equal(null);
      expect(findInShadow(ctx, '[part~=button]').ariaBusy, name).to.equal(null);
      ctx.dispose();
    }
  });

  it('shows the outcome in place of the call while the call is still on screen', async () => {
    const ctx = await render(findScene('dialog-answered'));
    expect(textOf(ctx, '.dialog-header [role=status]')).to.equal(en.phases['under-review']);
    expect(findVisible(ctx, '.question')).to.deep.equal([]);
    ctx.click('[part=close-button]');
    await ctx.waitForState('ready');
    expect(ctx.element.shadowRoot?.querySelector('dialog')).to.equal(null);
    expect(textOf(ctx, '[part=hint]')).to.equal(hints['under-review']);
  });

  it('answers visibly when a check of the status has brought nothing new', async () => {
    const ctx = await render(findScene('call-closed'));
    ctx.click('.second');
    while (textOf(ctx, '[part=hint]') !== hints.checked) await ctx.advance(0);
    expect(textOf(ctx, '[part=badge]')).to.equal(en.phases['in-progress']);
    await ctx.advance(11_000);
    await ctx.element.updateComplete;
    expect(textOf(ctx, '[part=hint]')).to.equal(hints.closed);
  });

  it('answers visibly when the customer wants to be reminded', async () => {
    const ctx = await render(findScene('closed-weekend'));
    // the calendar file needs no download here
    HTMLAnchorElement.prototype.click = () => undefined;
    ctx.click('.second');
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    await ctx.element.updateComplete;
    expect(textOf(ctx, '[part=hint]')).to.equal(hints.reminded);
    await ctx.advance(11_000);
    await ctx.element.updateComplete;
    expect(textOf(ctx, '[part=hint]')).to.contain(en.closed.weekend);
  });

  it('shows the estimates that the page sets, and none without', async () => {
    const ctx = await render(findScene('under-review'));
    expect(textOf(ctx, '[part=review]')).to.equal(hints.review);
    ctx.element.messages = { estimates: { review: 'Reviews usually end within 2 working days.' } };
    await ctx.element.updateComplete;
    expect(textOf(ctx, '[part=review]')).to.equal(
      `Reviews usually end within 2 working days. ${hints.review}`,
    );
    const before = await render(findScene('in-progress'));
    before.element.messages = { estimates: { duration: 'About 8 minutes.' } };
    await before.element.updateComplete;
    expect(textOf(before, '[part=hint]')).to.equal(`About 8 minutes. ${hints['intro-window']}`);
  });

  it('has a step line in every scene without a dialog', async () => {
    for (const scene of SCENES.filter(({ height = 0 }) => height === 0).slice(0, 8)) {
      const ctx = await render(scene);
      expect(findVisible(ctx, '.steps li').length, scene.name).to.be.at.least(3);
      ctx.dispose();
    }
  });
});
