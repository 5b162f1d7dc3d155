import { expect } from '@open-wc/testing';

import { buildDialog } from '../../src/launch/dialog-parts.js';
import { DIALOG_MESSAGES } from '../support/dialog-messages.js';

describe('buildDialog', () => {
  const parts = buildDialog(DIALOG_MESSAGES);
  beforeEach(() => document.body.append(parts.dialog));
  afterEach(() => {
    parts.dialog.close();
    parts.dialog.remove();
  });

  it('is closed, and hides the frame and the question', () => {
    expect(parts.dialog.open).to.equal(false);
    expect(parts.frame.hidden).to.equal(true);
    expect(parts.question.hidden).to.equal(true);
    expect(parts.waiting.hidden).to.equal(false);
  });

  it('shows the given texts verbatim', () => {
    expect(parts.dialog).to.include({ lang: DIALOG_MESSAGES.lang, dir: DIALOG_MESSAGES.dir });
    expect(parts.dialog.querySelector('strong')?.textContent).to.equal(DIALOG_MESSAGES.callTitle);
    expect(parts.frame.title).to.equal(DIALOG_MESSAGES.callTitle);
    expect(parts.waiting.textContent).to.equal(DIALOG_MESSAGES.hints.opening);
    expect(parts.question.textContent).to.contain(DIALOG_MESSAGES.endQuestion);
    const { close, newWindow, stay, end } = parts;
    expect([close, newWindow, stay, end].map((button) => button.textContent)).to.deep.equal([
      'Close',
      'Open in a new window',
      'Stay',
      'End the call',
    ]);
  });

  it('inserts messages as text, not as markup', () => {
    const { dialog } = buildDialog({ ...DIALOG_MESSAGES, callTitle: '<img src=x>' });
    expect(dialog.querySelector('img')).to.equal(null);
  });

  it('has the close button first, outside the frame, and no button that submits a form', () => {
    const controls = [...parts.dialog.querySelectorAll('button, iframe')];
    expect(controls[0]).to.equal(parts.close);
    for (const button of parts.dialog.querySelectorAll('button')) expect(button.type).to.equal('button');
  });

  it('allows the call what it needs, but not to navigate our page', () => {
    const { sandbox } = parts.frame;
    for (const need of ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups', 'allow-modals'])
      expect(sandbox.contains(need), need).to.equal(true);
    expect(parts.frame.getAttribute('sandbox')).not.to.contain('top-navigation');
  });

  it('exposes its parts to style sheets', () => {
    const named = [...parts.dialog.querySelectorAll('[part]'), parts.dialog].map((part) => part.part.value);
    expect(named).to.include.members(['dialog', 'dialog-header', 'close-button', 'frame']);
  });

  it('is accessible: dialog and question have names', async () => {
    parts.dialog.showModal();
    parts.question.hidden = false;
    parts.frame.hidden = false;
    await expect(parts.dialog).to.be.accessible();
  });
});
