import { skipped, type Finding, type Judgement } from '../doctor/finding.js';
import { clock, permission, popup, secureContext, webView } from './browser-rules.js';
import { element, endpoint, language, versions, visible } from './button-rules.js';
import type { DiagnosisEnvironment } from './diagnosis-environment.js';
import { readButton, type ButtonReading } from './read-button.js';

type Rule = (button: ButtonReading | null, env: DiagnosisEnvironment) => Judgement | Promise<Judgement>;

/** Every rule by its id, in the order of the report. */
const RULES = {
  element,
  visible,
  versions,
  endpoint,
  language,
  'secure-context': secureContext,
  popup,
  'web-view': webView,
  camera: permission('camera'),
  microphone: permission('microphone'),
  geolocation: permission('geolocation'),
  clock: clock(() => Date.now()),
} as const satisfies Readonly<Record<string, Rule>>;

/** The id of a finding of {@link diagnose}. */
export type DiagnosisId = keyof typeof RULES;

/** The ids of all findings, in the order of the report. */
export const DIAGNOSIS_IDS = Object.keys(RULES) as readonly DiagnosisId[];

/**
 * Finds out what only the page itself can know about a button: its version, language and state, the permissions, the
 * clock, and what keeps it from opening a window. Opens no window, asks for no permission, and sends nothing to the
 * session endpoint; it sends one HEAD request for the page itself, for the time. The findings contain no secret.
 *
 * @param button the element; any other value gives a finding that says so
 * @returns one finding for each id, always. Never rejects
 *
 * @example
 * const findings = await diagnose(document.querySelector('enkash-vkyc-button'));
 * console.table(findings.filter(({ verdict }) => verdict !== 'pass'));
 */
export function diagnose(button: unknown): Promise<readonly Finding<DiagnosisId>[]> {
  return diagnoseIn(typeof window === 'undefined' ? null : window, button);
}

/** The diagnosis in a given browser; null is none, as on a server. */
export async function diagnoseIn(
  env: DiagnosisEnvironment | null,
  button: unknown,
): Promise<readonly Finding<DiagnosisId>[]> {
  const reading = readButton(button);
  return Promise.all(DIAGNOSIS_IDS.map(async (id) => ({ id, ...(await judge(RULES[id], reading, env)) })));
}

/** A page may have replaced or removed anything that a rule reads. */
async function judge(
  rule: Rule,
  reading: ButtonReading | null,
  env: DiagnosisEnvironment | null,
): Promise<Judgement> {
  if (!env) return skipped('There is no browser here.');
  try {
    return await rule(reading, env);
  } catch {
    return skipped('The page has replaced what this needs of the browser.');
  }
}
