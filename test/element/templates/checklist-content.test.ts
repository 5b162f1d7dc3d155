import { expect, fixture, html } from '@open-wc/testing';
import type { DeviceIssue } from '../../../src/device/check-device.js';
import {
  checklistAnnouncement,
  type ChecklistModel,
} from '../../../src/element/templates/checklist-content.js';
import { panelsTemplate } from '../../../src/element/templates/panels.js';
import { checklistStyles } from '../../../src/element/styles/checklist-styles.js';
import { panelStyles } from '../../../src/element/styles/panel-styles.js';
import { buttonStyles } from '../../../src/element/styles/button-styles.js';
import en from '../../../src/locales/en.js';
import ur from '../../../src/locales/ur.js';
import type { ButtonAction, Messages } from '../../../src/locales/messages.js';
import { CLOSED_PANELS } from '../../support/closed-panels.js';
import { journeyIn } from '../../support/journeys.js';
import { loadParts } from '../../support/lazy-parts.js';

interface Setup extends Partial<ChecklistModel> {
  readonly messages?: Messages;
  readonly open?: boolean;
}

const setup = async ({ messages = en, open = true, issues = null, expiresAt = null }: Setup = {}) => {
  const actions: ButtonAction[] = [];
  const callbacks = { onAction: (action: ButtonAction) => void actions.push(action) };
  const base = await fixture<HTMLElement>(
    html`<div class="base">${panelsTemplate({ journey: journeyIn('ready'), messages, panels: { ...CLOSED_PANELS, checklist: open ? { issues, expiresAt } : null } }, callbacks)}</div>`,
  );
  const button = base.querySelector('button');
  const details = base.querySelector<HTMLElement>('[role=group]');
  if (!button) throw new Error('The panel has no button.');
  const lines = () =>
    [...base.querySelectorAll('.details li')]
      .filter((line) => line instanceof HTMLElement)
      .map(({ innerText }) => innerText.trim());
  return { actions, base, button, details, lines };
};

const checklistOf = (messages: Messages) => {
  const { card, internet, india, vpn, room, access, recorded } = messages.checklist;
  return [card, internet, india, vpn, room, access, recorded];
};

describe('checklistContent', () => {
  before(loadParts);

  it('has a button that names the panel and reflects whether it is open', async () => {
    for (const open of [false, true]) {
      const { button, details } = await setup({ open });
      expect(button.innerText.trim()).to.equal('Before you start');
      expect(button.type).to.equal('button');
      expect(button.getAttribute('aria-expanded')).to.equal(String(open));
      expect(details !== null).to.equal(open);
      expect(button.getAttribute('aria-controls')).to.equal(details?.id ?? null);
      expect(details?.getAttribute('aria-labelledby') ?? button.id).to.equal(button.id);
    }
  });

  it('calls onAction on a click and does not toggle by itself', async () => {
    const { actions, button } = await setup({ open: false });
    button.click();
    expect(actions).to.deep.equal(['prepare']);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('renders no list while it is closed', async () => {
    const { base } = await setup({ open: false, issues: ['offline'] });
    expect(base.querySelectorAll('.details, .panels li')).to.have.length(0);
  });

  it('lists what to have ready, in any language', async () => {
    for (const messages of [en, ur])
      expect((await setup({ messages })).lines()).to.deep.equal(checklistOf(messages));
  });

  it('says last until which day in India the link can be used, if that is known', async () => {
    for (const [messages, text] of [
      [en, 'The link can be used until 02/12/2026.'],
      [ur, ur.handoff.expires.replace('{date}', '02/12/2026')],
    ] as const) {
      const { lines } = await setup({ messages, expiresAt: Date.parse('2026-12-01T18:30:00Z') });
      expect(lines()).to.deep.equal([...checklistOf(messages), text]);
    }
  });

  it('reports a ready device only after the check has found no issues', async () => {
    expect((await setup({ issues: null })).lines()).to.not.include(en.findings.ready);
    expect((await setup({ issues: [] })).lines()).to.deep.equal([en.findings.ready, ...checklistOf(en)]);
  });

  it('lists the issues first, and never together with "ready"', async () => {
    const issues: DeviceIssue[] = ['no-camera', 'location-denied'];
    const { lines } = await setup({ issues });
    expect(lines()).to.deep.equal([
      en.findings['no-camera'],
      en.findings['location-denied'],
      ...checklistOf(en),
    ]);
  });

  it('marks an issue not only by colour', async () => {
    const { base } = await setup({ issues: ['offline'] });
    const [issue, item] = [...base.querySelectorAll('li path')].map((path) => path.getAttribute('d'));
    expect(issue).to.be.a('string').and.to.not.equal(item);
  });

  it('is a list for screen readers, with hidden icons', async () => {
    const { base } = await setup();
    expect(base.querySelector('ul')?.getAttribute('role')).to.equal('list');
    for (const picture of base.querySelectorAll('svg'))
      expect(picture.getAttribute('aria-hidden')).to.equal('true');
  });

  it('is accessible in light and dark themes', async () => {
    for (const scheme of ['light', 'dark']) {
      const { base } = await setup({ issues: ['offline'] });
      const host = document.createElement('div');
      base.before(host);
      host.style.cssText = `color-scheme: ${scheme}; background: Canvas; color: CanvasText`;
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [buttonStyles, panelStyles, checklistStyles].flatMap(
        ({ styleSheet }) => styleSheet ?? [],
      );
      root.append(base);
      await expect(host).to.be.accessible();
    }
  });

  it('disables nothing, whatever the issues', async () => {
    const { base } = await setup({
      issues: Object.keys(en.findings).filter((name) => name !== 'ready') as DeviceIssue[],
    });
    expect(base.querySelectorAll('[disabled], [aria-disabled]')).to.have.length(0);
    expect(base.querySelectorAll('.panels li')).to.have.length(14);
  });
});

describe('checklistAnnouncement', () => {
  const text = (issues: ChecklistModel['issues']) => checklistAnnouncement(en, { issues });

  it('announces the issues, or a ready device; nothing while the check runs', () => {
    expect(text(null)).to.equal('');
    expect(text([])).to.equal(en.findings.ready);
    expect(text(['offline', 'in-app'])).to.equal(`${en.findings.offline} ${en.findings['in-app']}`);
  });
});
