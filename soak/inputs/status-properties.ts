import fc from 'fast-check';
import { readSessionAnswer } from '../../src/protocol/session-answer.js';
import { parseEnumModel, type EnumModel } from '../../src/status/parse-enum-model.js';
import { PHASES, phaseOf, type KycStatus, type StatusPhases } from '../../src/status/phase.js';
import { anything, expectThat, longTextOf, propertyOf, textOf, type Property } from './property.js';

const PIECES = [
  'EnumModel(name=',
  ', label=',
  ', description=',
  'MIN_KYC_VERIFIED',
  'FULL_KYC_VERIFIED',
  'full_kyc_verified',
  'VKYC_COMPLETED',
  'null',
  ')',
  '(',
  ',',
  '=',
  ' ',
  '\u202e',
  '\u0000',
  '\ufeff',
];
const NAMES = [
  'FULL_KYC_VERIFIED',
  'FULL_KYC_VERIFIED_',
  'KYC_VERIFIED',
  'VERIFIED',
  'VKYC_VERIFIED',
  'MIN_KYC_VERIFIED',
  'FULL_KYC_REJECTED',
  'VKYC_IN_PROGRESS',
  '__proto__',
  'constructor',
];

function checkModel(model: EnumModel | null): void {
  if (model === null) return;
  expectThat(/^[A-Z][A-Z0-9_]{0,63}$/.test(model.name), 'the name is a name of a constant');
  for (const [text, limit] of [
    [model.label, 48],
    [model.description, 200],
  ] as const) {
    if (text === null) continue;
    expectThat(Array.from(text).length <= limit, `it has at most ${limit} characters`);
    expectThat(!/[\p{Cc}\u202a-\u202e\u2066-\u2069\p{Cs}]/u.test(text), 'nothing in it is invisible');
  }
}

const name = fc.constantFrom(...NAMES);
const model = fc.option(name.map((one): EnumModel => ({ name: one, label: null, description: null })));
const status: fc.Arbitrary<KycStatus> = fc.record({ kycStatus: model, kycSubStatus: model });
const ownPhases = fc.option(
  fc.dictionary(name, fc.constantFrom(...PHASES, 'VERIFIED', 'toString') as fc.Arbitrary<never>),
) as fc.Arbitrary<StatusPhases | null>;

/** Green must be exact: `kycStatus` has the listed name, or one that the page itself listed. */
function checkPhase(given: KycStatus, phases?: StatusPhases | null): void {
  const phase = phaseOf(given, phases);
  expectThat(PHASES.includes(phase), 'it is a phase');
  if (phase !== 'verified') return;
  const main = given.kycStatus?.name ?? '';
  const own = phases && Object.hasOwn(phases, main) ? phases[main] : undefined;
  // a value that is not a phase is ignored
  const isListed = own && PHASES.includes(own) ? own === 'verified' : null;
  expectThat(isListed ?? main === 'FULL_KYC_VERIFIED', 'only a listed kycStatus is verified');
}

const wire = fc.oneof(
  textOf(PIECES),
  anything(),
  fc.record({ name, label: anything() }, { requiredKeys: [] }),
);

/** EnKash's statuses, and the answers that contain them. */
export const STATUS_PROPERTIES: readonly Property[] = [
  propertyOf('EnumModel: any value', anything(), (value) => checkModel(parseEnumModel(value))),
  propertyOf(
    'EnumModel: pieces of its grammar',
    textOf(PIECES),
    (text) => checkModel(parseEnumModel(text)),
    2,
  ),
  propertyOf('EnumModel: long text', longTextOf(PIECES), (text) => checkModel(parseEnumModel(text)), 0.01),
  propertyOf(
    'EnumModel: what Java prints is read back',
    fc.tuple(
      fc.stringMatching(/^[A-Z][A-Z0-9_]{0,20}$/),
      fc.stringMatching(/^[A-Za-z]([A-Za-z ,()]{0,40}[a-z])?$/),
    ),
    ([constant, label]) => {
      const read = parseEnumModel(`EnumModel(name=${constant}, label=${label}, description=null)`);
      expectThat(read?.name === constant, 'it has the name');
      expectThat(label === 'null' || read?.label === label, 'it has the label');
    },
  ),
  propertyOf('phase: never verified by a guess', fc.tuple(status, ownPhases), ([given, phases]) =>
    checkPhase(given, phases),
  ),
  propertyOf(
    'session answer: any JSON',
    fc.jsonValue({ depthSize: 'small' }),
    (body) => void readSessionAnswer(body),
  ),
  propertyOf(
    'session answer: its own members with any value',
    fc.record(
      {
        code: fc.oneof(fc.constant(0), anything()),
        payload: fc.option(
          fc.record({ kycStatus: wire, kycSubStatus: wire, kycLink: anything() }, { requiredKeys: [] }),
        ),
        session: fc.record(
          {
            expiresAt: anything(),
            serverTime: anything(),
            availability: anything(),
            schedule: anything(),
            action: anything(),
            pollAfter: anything(),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    (body) => {
      const answer = readSessionAnswer(body);
      if (typeof answer === 'string') return;
      checkModel(answer.status.kycStatus);
      checkModel(answer.status.kycSubStatus);
      checkPhase(answer.status);
      expectThat(answer.link === null || typeof answer.link === 'string', 'the link is text');
      const { pollAfter } = answer;
      expectThat(pollAfter === null || pollAfter === 'never' || pollAfter >= 0, 'no poll is in the past');
    },
  ),
];
