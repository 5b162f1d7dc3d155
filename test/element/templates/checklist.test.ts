import { expect, fixture, html } from '@open-wc/testing';
import type { DeviceIssue } from '../../../src/device/device-issue.js';
import { checklistPanel, findingsText, type Checklist } from '../../../src/element/templates/checklist.js';
import { panelStyles } from '../../../src/element/styles/panel-styles.js';
import { styles } from '../../../src/element/styles/button-styles.js';
import en from '../../../src/locales/en.js';
import ur from '../../../src/locales/ur.js';
import type { ActionName, Messages } from '../../../src/locales/messages.js';

const draw = async ({ messages = en, open = true, findings = null }: Partial<Checklist> = {}) => {
  const acts: ActionName[] = [];
  const hands = { act: (action: ActionName) => void acts.push(action) };
  const base = await fixture<HTMLElement>(
    html`<div class="base">${checklistPanel({ messages, open, findings }, hands)}</div>`,
  );
  const button = base.querySelector('button');
  const details = base.querySelector<HTMLElement>('[role=group]');
  if (!button || !details) throw new Error('The panel has no button, or nothing that it shows.');
  const lines = () => [...details.querySelectorAll('li')].map(({ innerText }) => innerText.trim());
  return { acts, base, button, details, lines };
};

const checklist = (messages: Messages) => {
  const { card, india, vpn, room, access } = messages.checklist;
  return [card, india, vpn, room, access];
};

describe('checklistPanel', () => {
  it('is a button that tells what it shows, and whether it does', async () => {
    for (const open of [false, true]) {
      const { button, details } = await draw({ open });
      expect(button.innerText.trim()).to.equal('Before you start');
      expect(button.type).to.equal('button');
      expect(button.getAttribute('aria-expanded')).to.equal(String(open));
      expect(button.getAttribute('aria-controls')).to.equal(details.id);
      expect(details.getAttribute('aria-labelledby')).to.equal(button.id);
      expect(details.hidden).to.equal(!open);
    }
  });

  it('asks to be toggled with a click, and does nothing by itself', async () => {
    const { acts, button } = await draw({ open: false });
    button.click();
    expect(acts).to.deep.equal(['prepare']);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('draws nothing of the list while it is closed', async () => {
    const { details } = await draw({ open: false, findings: ['offline'] });
    expect(details.childElementCount).to.equal(0);
  });

  it('lists what to have at hand, in any language', async () => {
    for (const messages of [en, ur])
      expect((await draw({ messages })).lines()).to.deep.equal(checklist(messages));
  });

  it('says that the device looks ready only once the check has found nothing', async () => {
    expect((await draw({ findings: null })).lines()).to.not.include(en.findings.ready);
    expect((await draw({ findings: [] })).lines()).to.deep.equal([en.findings.ready, ...checklist(en)]);
  });

  it('puts what the check found first, each with what to do, and never beside "ready"', async () => {
    const findings: DeviceIssue[] = ['no-camera', 'location-denied'];
    const { lines } = await draw({ findings });
    expect(lines()).to.deep.equal([
      en.findings['no-camera'],
      en.findings['location-denied'],
      ...checklist(en),
    ]);
  });

  it('marks a finding with more than colour', async () => {
    const { details } = await draw({ findings: ['offline'] });
    const [finding, item] = [...details.querySelectorAll('li path')].map((path) => path.getAttribute('d'));
    expect(finding).to.be.a('string').and.to.not.equal(item);
  });

  it('is a list to a screen reader too, with pictures that say nothing', async () => {
    const { base } = await draw();
    expect(base.querySelector('ul')?.getAttribute('role')).to.equal('list');
    for (const picture of base.querySelectorAll('svg'))
      expect(picture.getAttribute('aria-hidden')).to.equal('true');
  });

  it('is accessible, in the light and in the dark', async () => {
    for (const scheme of ['light', 'dark']) {
      const { base } = await draw({ findings: ['offline'] });
      const host = document.createElement('div');
      base.before(host);
      host.style.cssText = `color-scheme: ${scheme}; background: Canvas`;
      const root = host.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [styles, panelStyles].flatMap(({ styleSheet }) => styleSheet ?? []);
      root.append(base);
      await expect(host).to.be.accessible();
    }
  });

  it('turns nothing off, whatever was found', async () => {
    const { base } = await draw({
      findings: Object.keys(en.findings).filter((name) => name !== 'ready') as DeviceIssue[],
    });
    expect(base.querySelectorAll('[disabled], [aria-disabled]')).to.have.length(0);
    expect(base.querySelectorAll('li')).to.have.length(12);
  });
});

describe('findingsText', () => {
  const text = (findings: Checklist['findings']) => findingsText({ messages: en, open: true, findings });

  it('says what the check found, or that the device looks ready; nothing before it has answered', () => {
    expect(text(null)).to.equal('');
    expect(text([])).to.equal(en.findings.ready);
    expect(text(['offline', 'in-app'])).to.equal(`${en.findings.offline} ${en.findings['in-app']}`);
  });
});
