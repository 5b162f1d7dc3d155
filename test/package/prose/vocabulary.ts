import type { Kind } from './fragment.js';

/** Words that the project does not use, and what it writes instead. */
export interface Rule {
  /** A regular expression for whole words in any case; a space stands for any white space. */
  readonly banned: string;
  readonly use: string;
  readonly kinds: readonly Kind[];
  /** The files the rule is for; all of them without it. */
  readonly files?: RegExp;
}

const TEXT: readonly Kind[] = ['prose', 'comment', 'message', 'test'];
const NAMES: readonly Kind[] = ['name', 'code'];
const EVERYWHERE: readonly Kind[] = [...TEXT, ...NAMES];

type Entry = readonly [banned: string, use: string];

const rules = (kinds: readonly Kind[], table: readonly Entry[], files?: RegExp): Rule[] =>
  table.map(([banned, use]) => ({ banned, use, kinds, ...(files && { files }) }));

/** The dialect: wrong in names and in sentences. */
const dialect = rules(EVERYWHERE, [
  ['heed(?:s|ed|ing|less)?', 'apply, observe, respect'],
  ['wish(?:es|ed|ing)?', 'request, userInitiated'],
  ['(?<!long.)standings?(?! orders?)', 'status'],
  ['aftermath', 'outcome, lastAttempt'],
  ['forge[drs]?|forging|genuine', 'tamper; invalid, valid'],
  ['(?:re)?draws?|(?:re)?drawn|(?:re)?drew|(?:re)?drawing', 'render'],
  ['news', 'changed, announcement'],
  ['tales?', 'describeEvent, events'],
  ['told', 'notified, returned, reported'],
  ['nextjs', 'Next.js'],
  ['bad.endpoint', 'invalid_endpoint'],
  ['bad.link', 'invalid_link'],
  ['bad.shape', 'invalid_response'],
  ['forged.session', 'invalid_session'],
  ['bad.upstream', 'invalid_upstream_response'],
  ['--(?:vkyc-|_)?good', '--vkyc-success'],
  ['--(?:vkyc-|_)?warn', '--vkyc-warning'],
  ['--(?:vkyc-|_)?bad', '--vkyc-danger'],
  ['--(?:vkyc-|_)?speed', '--vkyc-transition-duration'],
]);

/** Names that mislead; the same word may be right in a sentence. */
const names = rules(NAMES, [
  ['tells?|telling', 'announce, notify, report, return'],
  ['audiences?', 'subscribers'],
  ['happened', 'dispatch'],
  ['hands', 'ViewCallbacks'],
  ['inquiry|inquiries', 'status-poller'],
  ['vaults?', 'sealed-token; encrypt, decrypt'],
  ['ladder', 'mode-fallback, resolveMode'],
  ['detours?', 'next-action, nextActionUrl'],
  ['workload|under way', 'in-flight, inFlight'],
  ['leader|speaker|leads?|leading', 'activeView; offset'],
  ['obeys?|obeyed', 'setServerInterval'],
  ['keeps? up', 'sync'],
  ['holds? off|held off', 'backOff'],
  ['anticipates?|anticipated', 'prefetchLink'],
  ['patience|patient', '…_TIMEOUT_MS, timeout'],
  ['^gone$', 'endCall(reason)'],
  ['^(?:ask|asks|asked|asking)(?: .*)?$', 'refresh, poll, fetch, request'],
  ['^spends?$', 'clear'],
  ['^takes?$', 'consume'],
  ['bad(?! request| gateway)', 'invalid'],
  ['spares?', 'fallback'],
  ['worlds?', 'state, snapshot'],
  ['doors?', 'handler'],
  ['^orders$', 'COMMANDS'],
  ['fates?', 'status'],
  ['spoil(?:s|ed)?', 'fault'],
  ['heard|hears?', 'events, received'],
  ['winds? on|wound on', 'fastForward'],
  ['surroundings?', 'DeviceEnvironment, …Env'],
  ['withheld', 'blocked'],
  ['speaking element', 'LocalizeController'],
  ['keepers?', 'cache'],
  ['seal off', 'closed-shadow'],
  ['failure of', 'toVkycError'],
  ['surveys?', 'ProbeRun, runProbes'],
  ['understood', 'parsed'],
  ['sight', 'visibility'],
  ['word overrides', 'MessageOverrides'],
]);

/** Names of one part of the project. */
const local = [
  ...rules(NAMES, [['^rest$', 'suspend']], /^(?:src|test)\/journey\//),
  ...rules(NAMES, [['^words$', 'messages']], /^(?:src|test)\/(?:element|handoff|locales)\//),
  ...rules(
    NAMES,
    [
      ['name of|naming', 'pseudonymOf, pseudonym'],
      ['^swap$', 'compareAndSet'],
      ['^sound$', 'healthy'],
      ['^joined$', 'concatBytes'],
      ['busy|held ms|renewed ms|look ms', 'LEASED, LEASE_…_MS'],
    ],
    /^(?:src|test)\/server\//,
  ),
  ...rules(
    ['code'],
    [['^(?:right|untested|wrong|dangerous)$', 'pass, skipped, fail, critical']],
    /^(?:src|test)\/check\//,
  ),
  ...rules(NAMES, [['^bench$', 'setup']], /^test\//),
  ...rules(['name'], [['^it$', 'ctx: it shadows the function that makes a test']], /^test\//),
  ...rules(
    NAMES,
    [['squeezes?|carry|carries|tally|tallies', 'minify, sync, summary']],
    /^(?:scripts|bench|vite)/,
  ),
];

/** Sentences that only this project would write. */
const sentences = rules(TEXT, [
  ["where (?:[\\w’']+ ){0,4}(?:stands?|stood)", "the customer's status"],
  ['mend(?:s|ed|ing)?', 'fix'],
  ['for who', 'for users who'],
  ['in life', 'in production'],
  ['for ever', 'forever, indefinitely'],
  ['without end', 'endlessly, forever'],
  ['(?<!there )(?:is|are|was|were) no(?! longer| more| less| later| earlier)', 'is not a, does not'],
  ['\\d{3} and no', 'but not'],
  ['what (?:is|was) there', 'name the thing'],
  ['what (?:came|comes) of', 'the outcome'],
  ['what can be (?:read|seen|known)', 'name the thing'],
  ['whatever hangs|hangs? on', 'depends on'],
  ['who(?:ever|soever)', 'name the caller: the user who'],
  ['no one', 'name the caller; nobody'],
  ['as (?:it|they) (?:came|comes?)', 'unchanged, verbatim'],
  ['(?:be|is|are|stays?|keeps?|falls?) silent (?:for|longer)|may be silent', 'does not respond'],
  ['if one is meant|if (?:you|they) like', 'where applicable; optionally'],
  ['honest', 'legitimate'],
  ['the room|reserved? room|room for', 'space'],
  ['house|rooms', 'architecture; modules'],
  ['arrows?(?! functions?| keys?)', 'imports'],
  ['a must|it must get|what it got', 'threshold; required, measured'],
  ['to (?:its|their|his|our|your) word', 'verifies'],
  ['(?:holds?|held|holding) [^.]{0,40}\\bagainst', 'checks, compares'],
  ['counts? as (?:its|the|their) default', 'falls back to its default'],
  ['looks? away', 'stops watching'],
  [
    '(?:lost|lose|loses|losing) sight|sight of it|(?:in|out of|from) (?:our |the )?sight',
    'can no longer be observed',
  ],
  ['(?:under|in|into|by) (?:a|the|one’s|their) hand', 'on hover; by the user'],
  ['hears? of|is heard|are heard', 'is notified'],
  ['minds? it|is content with|in peace', 'say what happens'],
  ['tells? of|telling of', 'describes, reports'],
  ['lends?|lent|lending', 'delegates'],
  ["keeps? (?:[\\w’']+ )?hours", 'respects opening hours'],
  ['shut the lid|for one slip|by and by', 'say it plainly'],
  ['(?:nothing|all|none|anything|everything|everyone|any|each) but', 'only; all except'],
  ['but for', 'except for'],
  ['comes? to nothing|came to nothing', 'fails; has no effect'],
  ['a way on', 'a next step'],
  ['(?:says?|said) of', 'reports about'],
  ['go(?:es|ing)? on|went on', 'continues'],
  ['g(?:ives?|iving|ave) way', 'falls back to, is replaced by'],
  ['com(?:es?|ing) alive|came alive', 'is upgraded, is rendered'],
  ['means? nothing', 'has no effect'],
  ['without a word', 'silently'],
  ['(?:hears?|asks?|tells?|says?|polls?) no more', 'stops, no longer'],
  ['in vain|for naught', 'without success'],
  ['unless said', 'by default'],
  ['how (?:things|matters|it) stands?', 'the current state'],
  ['as ever', 'as always'],
]);

/** English that is not spoken any more. */
const archaisms = rules(TEXT, [
  ['lest', 'so that … not'],
  ['nigh', 'near; almost'],
  ['kin', 'related'],
  ['grave', 'serious, critical'],
  ['whence|thence|hence', 'from which; so'],
  ['thereof|whereof|hereof', 'its, of it'],
  ['therein|wherein|herein', 'in it, where'],
  [
    'thereto|whereto|hereto|thereupon|whereupon|hereupon|thereafter|hereafter|theretofore|heretofore',
    'then, after that',
  ],
  ['therefrom|wherefrom|therewith|wherewith|herewith', 'from it; with it'],
  ['thereby|whereby|hereby', 'so; by which'],
  ['hitherto', 'until now'],
  ['thus', 'so'],
  ['wherefore', 'why'],
  ['ere|erstwhile', 'before; former'],
  ['betwixt', 'between'],
  ['amongst|amidst', 'among'],
  ['whilst', 'while'],
  ['unto|upon', 'to, on'],
  ['aught|naught|nought', 'anything; nothing'],
  ['albeit', 'although'],
  ['anew|afresh', 'again'],
  ['perchance|mayhap|haply', 'maybe'],
  ['forthwith|straightway', 'immediately'],
  ['oft|ofttimes', 'often'],
  ['hither|thither|yonder', 'here; there'],
  ['thou|thee|thy|thine', 'you'],
  ['verily|forsooth|alas|behold|nay', 'leave it out'],
  ['fain|loath|beget|begets|befall|befalls|betide|bethink|beseech', 'say it plainly'],
  ['spake|wrought|begat|bade|bidden|doth|hath|shalt|wilt', 'today’s form of the verb'],
]);

export const VOCABULARY: readonly Rule[] = [...dialect, ...names, ...local, ...sentences, ...archaisms];

/** A use of a banned word that is right. */
export interface Allowance {
  /** What may be found, in lower case. */
  readonly found: string;
  readonly kinds: readonly Kind[];
  readonly files: RegExp;
  readonly reason: string;
}

export const ALLOWANCES: readonly Allowance[] = [
  {
    found: 'audience',
    kinds: NAMES,
    files: /^(?:src|test)\/server\//,
    reason: 'the claim of a JWT (RFC 7519, 4.1.3)',
  },
  {
    found: 'it',
    kinds: ['name'],
    files: /^test\/support\/tests-with\.ts$/,
    reason: 'it returns the test function',
  },
  {
    found: 'bench',
    kinds: ['code'],
    files: /^test\/package\/imports\.test\.ts$/,
    reason: 'the name of the folder',
  },
];
