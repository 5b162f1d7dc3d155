import { expect } from '@open-wc/testing';

import { buildDialog } from '../../src/launch/dialog-parts.js';
import { WORDS } from '../support/dialog-messages.js';

describe('buildDialog', () => {
  const parts = buildDialog(WORDS);
  beforeEach(() => document.body.append(parts.dialog));
  afterEach(() => {
    parts.dialog.close();
    parts.dialog.remove();
  });

  it('is closed, and shows neither frame nor question yet', () => {
    expect(parts.dialog.open).to.equal(false);
    expect(parts.frame.hidden).to.equal(true);
    expect(parts.question.hidden).to.equal(true);
    expect(parts.waiting.hidden).to.equal(false);
  });

  it('says every word as it was given', () => {
    expect(parts.dialog).to.include({ lang: WORDS.lang, dir: WORDS.dir });
    expect(parts.dialog.querySelector('strong')?.textContent).to.equal(WORDS.callTitle);
    expect(parts.frame.title).to.equal(WORDS.callTitle);
    expect(parts.waiting.textContent).to.equal(WORDS.hints.opening);
    expect(parts.question.textContent).to.contain(WORDS.endQuestion);
    const { close, newWindow, stay, end } = parts;
    expect([close, newWindow, stay, end].map((button) => button.textContent)).to.deep.equal([
      'Close',
      'Open in a new window',
      'Stay',
      'End the call',
    ]);
  });

  it('takes messages for text, never for markup', () => {
    const { dialog } = buildDialog({ ...WORDS, callTitle: '<img src=x>' });
    expect(dialog.querySelector('img')).to.equal(null);
  });

  it('puts the way out first, outside the frame, and has no button that submits a form', () => {
    const controls = [...parts.dialog.querySelectorAll('button, iframe')];
    expect(controls[0]).to.equal(parts.close);
    for (const button of parts.dialog.querySelectorAll('button')) expect(button.type).to.equal('button');
  });

  it('lets the call do its work, but not steer our page', () => {
    const { sandbox } = parts.frame;
    for (const need of ['allow-scripts', 'allow-same-origin', 'allow-forms', 'allow-popups', 'allow-modals'])
      expect(sandbox.contains(need), need).to.equal(true);
    expect(parts.frame.getAttribute('sandbox')).not.to.contain('top-navigation');
  });

  it('names its parts for style sheets', () => {
    const named = [...parts.dialog.querySelectorAll('[part]'), parts.dialog].map((part) => part.part.value);
    expect(named).to.include.members(['dialog', 'dialog-header', 'close-button', 'frame']);
  });

  it('is named, and has a question named by its own text, for who cannot see it', async () => {
    parts.dialog.showModal();
    parts.question.hidden = false;
    parts.frame.hidden = false;
    await expect(parts.dialog).to.be.accessible();
  });
});
