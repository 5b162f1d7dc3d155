import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { sceneNamed } from '../support/gallery/acts.js';
import type { Scene, Stage } from '../support/gallery/scene.js';
import { answer, endpoint, SEED_LINK, type Answer } from '../support/scenarios.js';
import en from '../../src/locales/en.js';
import { inShadow, onStage } from '../support/gallery/on-stage.js';

const { actions, hints } = en;
const INTRO = hints['intro-window'];
const ON_MONDAY = `${en.closed.weekend} Opens Monday at 10:00 am IST`;

describe('a screen reader', () => {
  const play = onStage();
  afterEach(() => virtual.stop());

  /** Plays a scene, and puts the reader on a part of it. */
  async function listen(scene: Scene, selector = '.base'): Promise<Stage> {
    const stage = await play(scene);
    await virtual.start({ container: inShadow(stage, selector) });
    return stage;
  }

  /** Reads all from the beginning to the end. */
  async function readOut(): Promise<string[]> {
    const heard: string[] = [];
    do {
      heard.push(await virtual.lastSpokenPhrase());
      await virtual.next();
    } while ((await virtual.lastSpokenPhrase()) !== heard[0]);
    return heard.filter((phrase) => !phrase.startsWith('end of '));
  }

  /** What the live region, and whatever else interrupts, says while something happens. */
  async function announced(
    stage: Stage,
    happens: () => unknown,
    state: Stage['element']['state'],
  ): Promise<string[]> {
    await virtual.clearSpokenPhraseLog();
    await happens();
    await stage.reaches(state);
    await stage.pass(0);
    return (await virtual.spokenPhraseLog()).filter((phrase) => /^(polite|assertive): /.test(phrase));
  }

  it('reads the button with what it does, then where the customer stands', async () => {
    await listen(sceneNamed('in-progress'));
    const [button, ...rest] = await readOut();
    expect(button).to.equal(`button, ${actions.resume}, ${INTRO}`);
    expect(rest).to.include.members(['VKYC In Progress', INTRO]);
  });

  it('reads why a button can do nothing now, and that it is disabled', async () => {
    await listen(sceneNamed('closed-weekend'));
    const [button = '', ...rest] = await readOut();
    expect(button).to.match(/^button, .+, disabled$/);
    expect(button).to.contain(ON_MONDAY);
    expect(rest).to.include(`button, ${actions.remind}`);
  });

  it('says again why, when the customer presses nonetheless', async () => {
    const stage = await listen(sceneNamed('closed-weekend'));
    for (let presses = 0; presses < 2; presses++) {
      const [sentence = '', ...more] = await announced(stage, () => stage.press('[part=button]'), 'closed');
      expect(sentence).to.contain(ON_MONDAY);
      expect(more).to.deep.equal([]);
    }
  });

  it('reads the dialog by its name, with the way out first and no landmark that belongs to a page', async () => {
    await listen(sceneNamed('dialog'), 'dialog');
    const heard = await readOut();
    expect(heard[0]).to.equal(`dialog, ${en.callTitle}`);
    const buttons = heard.filter((phrase) => phrase.startsWith('button, '));
    expect(buttons).to.deep.equal([`button, ${actions.close}`, `button, ${actions.window}`]);
    expect(heard).not.to.include('banner');
    expect(heard).not.to.include('contentinfo');
  });

  it('is interrupted by the question whether to end the call, and is on the safe answer', async () => {
    const stage = await listen(sceneNamed('dialog'), 'dialog');
    const [question] = await announced(stage, () => stage.press('[part=close-button]'), 'open');
    expect(question).to.equal(`assertive: ${en.endQuestion}`);
    expect(stage.element.shadowRoot?.activeElement).to.equal(inShadow(stage, '[part=stay-button]'));
  });

  it('hears each change of a whole journey, and nothing of it twice', async () => {
    /** An answer that comes once it is let go, whether it was asked for before or after. */
    const held = (what: Answer) => {
      let letGo = () => {};
      const free = new Promise<void>((resolve) => (letGo = resolve));
      return { letGo: () => letGo(), answer: () => free.then(() => answer(what)) };
    };
    const standing = held({ standing: 'not-started' });
    const link = held({ link: SEED_LINK });
    const stage = await listen({
      name: 'journey',
      title: 'From the first question to the end',
      handlers: endpoint({ get: standing.answer, post: link.answer }),
      begins: 'loading',
    });
    const heard = [
      await announced(stage, standing.letGo, 'ready'),
      await announced(stage, () => stage.press('[part=button]'), 'opening'),
      await announced(stage, link.letGo, 'open'),
    ];
    stage.answers(endpoint());
    await stage.pass(5_000);
    stage.windows[0]?.close();
    heard.push(await announced(stage, () => stage.pass(2_000), 'checking'));
    // What was asked while the call was up, and once more when it was gone, has its answer: the next question is a new one.
    for (let questions = 0; questions < 2; questions++) await stage.element.refresh();
    stage.answers(endpoint({ get: () => answer({ standing: 'verified' }) }));
    heard.push(await announced(stage, () => stage.pass(10_000), 'done'));
    expect(heard).to.deep.equal([
      [`polite: ${en.phases['not-started']}. ${INTRO}`],
      [`polite: ${hints.opening}`],
      ['polite: VKYC In Progress.', `polite: ${hints.open}`],
      [`polite: ${hints.checking}`],
      [`polite: Full Kyc Verified. ${hints.verified}`],
    ]);
  });
});
