import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { sceneNamed } from '../support/gallery/acts.js';
import type { Stage } from '../support/gallery/scene.js';
import en from '../../src/locales/en.js';
import { inShadow, onStage } from '../support/gallery/on-stage.js';

const { actions } = en;
const press = (key: string) => sendKeys({ press: key });

/** The text of what has the focus, on the page or in the element; of the call itself, `frame`. */
function focused({ element }: Stage): string {
  const active =
    document.activeElement === element ? element.shadowRoot?.activeElement : document.activeElement;
  return active instanceof HTMLIFrameElement ? 'frame' : (active?.textContent.trim() ?? '');
}

/** Puts the page's own links before and behind the element, and the focus on the first of them. */
function surround({ element }: Stage): void {
  const [before, behind] = ['Before', 'Behind'].map((text) => {
    const link = document.createElement('a');
    Object.assign(link, { href: '#', textContent: text });
    return link;
  });
  if (before) element.before(before);
  if (behind) element.after(behind);
  before?.focus();
}

/** Where a step leads again and again, stop by stop, until it has left the element. */
async function walk(stage: Stage, step = () => press('Tab')): Promise<string[]> {
  const stops: string[] = [];
  while (stops.at(-1) !== 'Before' && stops.at(-1) !== 'Behind') {
    await step();
    stops.push(focused(stage));
  }
  return stops;
}

async function backwards(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await press('Tab');
  await sendKeys({ up: 'Shift' });
}

describe('the keyboard', () => {
  const play = onStage();

  it('walks through the button, the lesser action, the panel and the partner’s help, and out again', async () => {
    const stage = await play(sceneNamed('call-closed'));
    const help = document.createElement('a');
    Object.assign(help, { href: '#help', slot: 'help', textContent: 'Help' });
    stage.element.append(help);
    surround(stage);
    const stops = [actions.resume, actions.check, actions.prepare, 'Help'];
    expect(await walk(stage)).to.deep.equal([...stops, 'Behind']);
    expect(await walk(stage, backwards)).to.deep.equal([...stops.reverse(), 'Before']);
  });

  it('opens nothing by being on the button', async () => {
    const stage = await play(sceneNamed('in-progress'));
    await press('Tab');
    expect(focused(stage)).to.equal(actions.resume);
    expect(stage.windows).to.deep.equal([]);
    expect(stage.element.state).to.equal('ready');
  });

  for (const key of ['Enter', 'Space'])
    it(`starts the call with ${key}, and the focus stays on the button`, async () => {
      const stage = await play(sceneNamed('in-progress'));
      await press('Tab');
      await press(key);
      await stage.reaches('open');
      expect(stage.windows).to.have.length(1);
      expect(focused(stage)).to.equal(actions.show);
    });

  for (const name of ['closed-weekend', 'verified'])
    it(`reaches the button that can do nothing in the scene "${name}", with its reason tied to it`, async () => {
      const stage = await play(sceneNamed(name));
      await press('Tab');
      const button = inShadow(stage, '[part=button]');
      expect(stage.element.shadowRoot?.activeElement).to.equal(button);
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(inShadow(stage, `#${button.getAttribute('aria-describedby') ?? ''}`).innerText).not.to.equal('');
      for (const key of ['Enter', 'Space']) await press(key);
      expect(stage.windows).to.deep.equal([]);
    });

  it('passes over a button that the page has turned off', async () => {
    const stage = await play(sceneNamed('disabled'));
    surround(stage);
    expect(await walk(stage)).not.to.include(actions.resume);
  });

  it('opens and closes a panel with Enter and Space, and the focus stays on its button', async () => {
    const stage = await play(sceneNamed('handoff'));
    const panel = inShadow(stage, '#prepare');
    inShadow(stage, '#prepare-button').focus();
    await press('Enter');
    await stage.shows('#prepare .checklist');
    await press('Space');
    await stage.element.updateComplete;
    expect(panel.checkVisibility()).to.equal(false);
    expect(focused(stage)).to.equal(actions.prepare);
    await press('Tab');
    await press('Enter');
    await stage.shows('[part=qr]');
    expect(focused(stage)).to.equal(actions.handoff);
    await press('Tab');
    expect(focused(stage)).to.equal(actions.copy);
  });

  it('goes into the dialog by itself, to the way out, and stays in it', async () => {
    const stage = await play(sceneNamed('dialog'));
    surround(stage);
    inShadow(stage, '[part=close-button]').focus();
    const stops = [focused(stage)];
    for (let i = 0; i < 8; i++) {
      await press('Tab');
      stops.push(focused(stage));
    }
    expect(stops).to.include(actions.window);
    for (const outside of ['Before', 'Behind', actions.show]) expect(stops).not.to.include(outside);
  });

  it('asks before Escape ends a call, and comes back to the button when the call has ended', async () => {
    const inPage = await play({ ...sceneNamed('dialog'), play: () => {}, ends: 'ready' });
    await press('Tab');
    await press('Enter');
    await inPage.reaches('open');
    await press('Escape');
    expect(focused(inPage)).to.equal(actions.stay);
    await press('Enter');
    expect(focused(inPage)).to.equal(actions.close);
    expect(inPage.element.state).to.equal('open');
    await press('Escape');
    await press('Tab');
    expect(focused(inPage)).to.equal(actions.end);
    await press('Enter');
    await inPage.reaches('checking');
    expect(focused(inPage)).to.equal(actions.resume);
  });

  it('closes a dialog that has no call yet with Escape alone', async () => {
    const stage = await play(sceneNamed('dialog-opening'));
    await press('Escape');
    await stage.reaches('ready');
    expect(stage.element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });
});
