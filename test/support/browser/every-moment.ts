import type { Answer, Movement, StillPage } from './still-page.js';

const TOMORROW = 86_400_000;
const SOON = 600_000;

/** EnKash's answer, with the backend's own word on what else there is to say. */
const says =
  (kycStatus: string, kycSubStatus: string | null, session: object = {}, kycLink?: string): Answer =>
  () =>
    Response.json({
      code: 0,
      message: 'Success',
      payload: { kycStatus: model(kycStatus), kycSubStatus: kycSubStatus && model(kycSubStatus), kycLink },
      session: { availability: open(), ...session },
    });

/** A name as EnKash writes it, with the label it would have. */
const model = (name: string): string => {
  const label = name
    .split('_')
    .map((word) => word.slice(0, 1) + word.slice(1).toLowerCase())
    .join(' ');
  return `EnumModel(name=${name}, label=${label}, description=null)`;
};

const iso = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const open = (closesAt: string | null = null) => ({ open: true, reason: null, opensAt: null, closesAt });
const closed = (reason: string, opensAt: string | null = iso(TOMORROW)) => ({
  availability: { open: false, reason, opensAt, closesAt: null },
});
const fails =
  (status: number, body: unknown = {}): Answer =>
  () =>
    Response.json(body, { status });

const MINIMUM = 'MIN_KYC_VERIFIED';
/** Of 48 characters, the most that is shown of a name nobody knows. */
const STRANGER = 'VIDEO_VERIFICATION_SENT_BACK_TO_THE_BRANCH_AGAIN';

/** What the first answer of an endpoint can lead to: the moment's name, the state, and the answer. */
const FIRST_ANSWERS: readonly (readonly [string, string, Answer])[] = [
  ['not started', 'ready', says(MINIMUM, 'VKYC_NOT_STARTED')],
  ['no video KYC yet', 'ready', says(MINIMUM, null)],
  ['in progress', 'ready', says(MINIMUM, 'VKYC_IN_PROGRESS')],
  ['under review', 'ready', says(MINIMUM, 'VKYC_UNDER_REVIEW')],
  ['rejected', 'ready', says(MINIMUM, 'VKYC_REJECTED')],
  ['expired', 'ready', says(MINIMUM, 'VKYC_EXPIRED')],
  ['a name nobody knows', 'ready', says(MINIMUM, STRANGER)],
  ['terms', 'ready', says(MINIMUM, null, { action: { kind: 'accept-terms', url: 'https://shop.example/' } })],
  ['closing soon', 'ready', says(MINIMUM, null, { availability: open(iso(SOON)) })],
  ['before hours', 'closed', says(MINIMUM, null, closed('before-hours'))],
  ['after hours', 'closed', says(MINIMUM, 'VKYC_IN_PROGRESS', closed('after-hours'))],
  ['weekend', 'closed', says(MINIMUM, 'VKYC_IN_PROGRESS', closed('weekend'))],
  ['holiday', 'closed', says(MINIMUM, 'VKYC_IN_PROGRESS', closed('holiday'))],
  ['last entry', 'closed', says(MINIMUM, 'VKYC_IN_PROGRESS', closed('last-entry'))],
  ['closed for nobody knows how long', 'closed', says(MINIMUM, null, closed('server', null))],
  ['closed, by a name nobody knows', 'closed', says(MINIMUM, STRANGER, closed('weekend'))],
  ['verified', 'done', says('FULL_KYC_VERIFIED', 'VKYC_VERIFIED')],
  ['session_expired', 'error', fails(410)],
  ['conflict', 'error', fails(409)],
  ['not_eligible', 'error', fails(422)],
  ['rate_limited', 'error', fails(429)],
  ['server_error', 'error', fails(500)],
  ['invalid_response', 'error', fails(200)],
  ['refused', 'error', fails(200, { code: 7 })],
];

/** Takes the element through its life: before its script, every state, every phase, and a call from end to end. */
export async function everyMoment(still: StillPage): Promise<Movement[]> {
  const { page } = still;
  const element = page.locator('enkash-vkyc-button');
  const button = element.locator('[part=button]');
  const moments = [await still.look('before the script')];
  let endpoints = 0;

  const reach = async (state: string, moment: string): Promise<void> => {
    await page.locator(`enkash-vkyc-button[state="${state}"]`).waitFor();
    moments.push(await still.look(`${state}: ${moment}`));
  };
  const newEndpoint = async (moment: string): Promise<void> => {
    endpoints += 1;
    await page.evaluate(
      `document.querySelector('enkash-vkyc-button').sessionEndpoint = '/session/${endpoints}'`,
    );
    await reach('loading', moment);
  };

  still.bringScript();
  await reach('idle', 'without an endpoint');
  for (const [moment, state, first] of FIRST_ANSWERS) {
    await newEndpoint(`then ${moment}`);
    await still.answer(first);
    await reach(state, moment);
  }

  await newEndpoint('then a call');
  await still.answer(says(MINIMUM, 'VKYC_NOT_STARTED'));
  await reach('ready', 'before the call');
  const [call] = await Promise.all([page.context().waitForEvent('page'), button.click()]);
  await reach('opening', 'without a link yet');
  await still.answer(says(MINIMUM, 'VKYC_NOT_STARTED', {}, new URL('/call', page.url()).href));
  await reach('open', 'in a window');
  await call.close();
  await reach('checking', 'the window has gone');
  await still.answer(says(MINIMUM, 'VKYC_IN_PROGRESS'));
  await reach('ready', 'after the call');
  await page.evaluate('window.open = () => null');
  await button.click();
  await still.answer(says(MINIMUM, 'VKYC_IN_PROGRESS', {}, new URL('/call', page.url()).href));
  await reach('ready', 'no window opened');
  await button.click();
  await reach('ready', 'no window opened again');
  await page.evaluate(`document.querySelector('enkash-vkyc-button').disabled = true`);
  await reach('ready', 'turned off by the page');
  return moments;
}
