import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from '@open-wc/testing';
import { findInShadow } from '../support/gallery/find-in-shadow.js';
import { findScene } from '../support/gallery/scenes.js';
import type { Scene, SceneContext } from '../support/gallery/scene.js';
import { answer, endpoint, SEED_LINK, type Answer } from '../support/scenarios.js';
import en from '../../src/locales/en.js';
import { setupScenes } from '../support/gallery/setup-scenes.js';

const { actions, hints } = en;
const INTRO = hints['intro-window'];
const ON_MONDAY = `${en.closed.weekend} Opens Monday at 10:00 am`;

describe('a screen reader', () => {
  const render = setupScenes();
  afterEach(() => virtual.stop());

  /** Renders a scene and starts the screen reader on a part of it. */
  async function startReading(scene: Scene, selector = '.base'): Promise<SceneContext> {
    const ctx = await render(scene);
    await virtual.start({ container: findInShadow(ctx, selector) });
    return ctx;
  }

  /** Reads everything from the beginning to the end. */
  async function readAll(): Promise<string[]> {
    const phrases: string[] = [];
    do {
      phrases.push(await virtual.lastSpokenPhrase());
      await virtual.next();
    } while ((await virtual.lastSpokenPhrase()) !== phrases[0]);
    return phrases.filter((phrase) => !phrase.startsWith('end of '));
  }

  /** The announcements of live regions and alerts from an action until the element has reached a state. */
  async function announcementsDuring(
    ctx: SceneContext,
    act: () => unknown,
    state: SceneContext['element']['state'],
  ): Promise<string[]> {
    await virtual.clearSpokenPhraseLog();
    await act();
    await ctx.waitForState(state);
    await ctx.advance(0);
    return (await virtual.spokenPhraseLog()).filter((phrase) => /^(polite|assertive): ./.test(phrase));
  }

  it('reads the button with its description, then the status', async () => {
    await startReading(findScene('in-progress'));
    const [button, ...rest] = await readAll();
    expect(button).to.equal(`button, ${actions.resume}, ${INTRO}`);
    expect(rest).to.include.members(['In progress', INTRO]);
  });

  it('reads that an inactive button is disabled, and why', async () => {
    await startReading(findScene('closed-weekend'));
    const [button = '', ...rest] = await readAll();
    expect(button).to.match(/^button, .+, disabled$/);
    expect(button).to.contain(ON_MONDAY);
    expect(rest).to.include(`button, ${actions.remind}`);
  });

  it('announces the reason again each time that an inactive button is pressed', async () => {
    const ctx = await startReading(findScene('closed-weekend'));
    for (let presses = 0; presses < 2; presses++) {
      const [sentence = '', ...more] = await announcementsDuring(
        ctx,
        () => ctx.click('[part~=button]'),
        'closed',
      );
      expect(sentence).to.contain(ON_MONDAY);
      expect(more).to.deep.equal([]);
    }
  });

  it('reads the dialog by its name, the close button first, without page landmarks', async () => {
    await startReading(findScene('dialog'), 'dialog');
    const phrases = await readAll();
    expect(phrases[0]).to.equal(`dialog, ${en.callTitle}`);
    const buttons = phrases.filter((phrase) => phrase.startsWith('button, '));
    expect(buttons).to.deep.equal([`button, ${actions.close}`, `button, ${actions.window}`]);
    expect(phrases).not.to.include('banner');
    expect(phrases).not.to.include('contentinfo');
  });

  it('announces the question whether to end the call, with the focus on Stay', async () => {
    const ctx = await startReading(findScene('dialog'), 'dialog');
    const [question] = await announcementsDuring(ctx, () => ctx.click('[part=close-button]'), 'open');
    expect(question).to.equal(`assertive: ${en.endQuestion}`);
    expect(ctx.element.shadowRoot?.activeElement).to.equal(findInShadow(ctx, '[part=stay-button]'));
  });

  it('announces each change of a whole journey once', async () => {
    /** A response that is sent once it is released, whether it was requested before or after. */
    const held = (what: Answer) => {
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      return { release: () => release(), respond: () => released.then(() => answer(what)) };
    };
    const status = held({ status: 'not-started' });
    const link = held({ link: SEED_LINK });
    const ctx = await startReading({
      name: 'journey',
      title: 'From the first request to the end',
      handlers: endpoint({ get: status.respond, post: link.respond }),
      initialState: 'loading',
    });
    const announcements = [
      await announcementsDuring(ctx, status.release, 'ready'),
      await announcementsDuring(ctx, () => ctx.click('[part~=button]'), 'opening'),
      await announcementsDuring(ctx, link.release, 'open'),
    ];
    ctx.useHandlers(endpoint());
    await ctx.advance(5_000);
    ctx.popups[0]?.close();
    announcements.push(await announcementsDuring(ctx, () => ctx.advance(2_000), 'checking'));
    // Settles the requests sent during the call and after it, so that the next one uses the new handlers.
    for (let requests = 0; requests < 2; requests++) await ctx.element.refresh();
    ctx.useHandlers(endpoint({ get: () => answer({ status: 'verified' }) }));
    announcements.push(await announcementsDuring(ctx, () => ctx.advance(10_000), 'done'));
    expect(announcements).to.deep.equal([
      // the first answer is read with the page
      [],
      [`polite: ${hints.opening}`],
      ['polite: In progress.', `polite: ${hints.open}`],
      [`polite: ${hints.checking}`],
      [`polite: Verified. ${hints.verified}`],
    ]);
  });
});
