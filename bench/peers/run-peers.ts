import type { Browser } from 'playwright-core';
import type { CleanupScope } from '../../test/support/browser/cleanup-scope.js';
import { bundleSubject, type Bundle, type BundleSources } from './bundle-subject.js';
import { measureClick, BARE_OPEN, withIntent } from './measure-click.js';
import { measureConnect } from './measure-connect.js';
import { measureLoading } from './measure-loading.js';
import { measureMemory } from './measure-memory.js';
import { measurePictures } from './measure-picture.js';
import { measureProfile } from './measure-profile.js';
import { measureShift } from './measure-shift.js';
import type { MeasureId, PeersRun, SubjectResult } from './peers-run.js';
import { readLook } from './read-look.js';
import { serveSubjects } from './serve-subjects.js';
import { spreadOf, type Spread } from './spread.js';
import { loadCode, openTab } from './subject-tab.js';
import { EMPTY, LIT_HELLO, OURS, SUBJECTS, type Subject } from './subjects.js';

/** What a run needs. */
export interface RunOptions {
  readonly scope: CleanupScope;
  readonly browser: Browser;
  readonly sources: BundleSources;
  readonly rounds: number;
  /** Is called with the name of each part when it begins. */
  readonly onPart: (name: string) => void;
}

const exact = (value: number): Spread => spreadOf([value]);

/** Measures all subjects in one browser, in turns. */
export async function runPeers({ scope, browser, sources, rounds, onPart }: RunOptions): Promise<PeersRun> {
  const server = await serveSubjects(scope);

  onPart('bundles');
  server.add(OURS, await bundleSubject(OURS, sources));
  const tab = await openTab(browser, server);
  await tab.page.evaluate(loadCode(OURS));
  await tab.page.evaluate('mountAt(1).then(ready)');
  const look = await readLook(tab.page);
  await tab.close();
  const bundles = new Map<Subject, Bundle>();
  for (const subject of [EMPTY, ...SUBJECTS]) {
    const bundle = await bundleSubject(subject, { ...sources, look });
    server.add(subject, bundle);
    bundles.set(subject, bundle);
  }

  /** Fewer rounds for what takes longer. */
  const share = (part: number) => Math.ceil(rounds / part);
  const options = { browser, server, subjects: SUBJECTS, rounds };
  onPart('layout shift, heap and nodes');
  const shift = await measureShift(browser, server, SUBJECTS);
  const memory = await measureMemory(browser, server, SUBJECTS);
  onPart('instances');
  const connect = await measureConnect(options);
  onPart('loading');
  const loading = await measureLoading(options);
  onPart('first pictures');
  const pictures = await measurePictures({ ...options, rounds: share(3) });
  onPart('clicks');
  const clicks = await measureClick(scope, server, SUBJECTS, share(2));
  onPart('profiles');
  const profiles = {
    ours: await measureProfile(browser, server, OURS, share(3)),
    litHello: await measureProfile(browser, server, LIT_HELLO, share(3)),
  };

  const resultOf = (subject: Subject): SubjectResult => {
    const { id, name, label, remote } = subject;
    const used = memory.get(id);
    const moved = shift.get(id);
    const spreads: Record<MeasureId, Spread | undefined> = {
      bytes: exact(bundles.get(subject)?.firstBytes ?? NaN),
      script: loading.script.spread(id),
      picture: pictures.here.spread(id),
      phonePicture: pictures.onPhone.spread(id),
      firstInstance: loading.firstInstance.spread(id),
      connect10: connect.get(10)?.spread(id),
      connect100: connect.get(100)?.spread(id),
      connect1000: connect.get(1_000)?.spread(id),
      connect10000: connect.get(10_000)?.spread(id),
      heap: used && exact(used.bytes / 1_000),
      nodes: used && exact(used.nodes),
      shift: moved === undefined ? undefined : exact(moved),
      click: clicks.spread(id),
      clickAfterIntent: clicks.spread(withIntent(id)),
    };
    const values = Object.fromEntries(Object.entries(spreads).filter(([, spread]) => spread));
    return { id, name, label, ...(remote !== undefined && { remote }), values };
  };

  return {
    chromium: browser.version(),
    rounds,
    laterBytes: bundles.get(OURS)?.laterBytes ?? NaN,
    results: SUBJECTS.map(resultOf),
    bareOpen: clicks.spread(BARE_OPEN) ?? exact(NaN),
    profiles,
  };
}
