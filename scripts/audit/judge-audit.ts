import type { AcceptedAdvisory } from './accepted-advisories.js';

/** An advisory about an installed package. */
export interface Advisory {
  readonly id: string;
  readonly packageName: string;
  readonly severity: string;
  readonly title: string;
  readonly url: string;
}

/** What a report of `npm audit --json` means. */
export type AuditVerdict =
  | { readonly kind: 'no-answer'; readonly message: string }
  | {
      readonly kind: 'answered';
      /** Advisories that nobody has explained, or whose explanation has expired. */
      readonly open: readonly Advisory[];
      readonly explained: readonly (Advisory & { readonly reason: string; readonly until: string })[];
      /** Explanations of advisories that no longer apply. */
      readonly unused: readonly string[];
    };

/** How {@link judgeAudit} judges. */
export interface AuditRules {
  readonly accepted: readonly AcceptedAdvisory[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The advisories of a report, each once. A `via` that is a text only names another entry of the report. */
function advisoriesOf(vulnerabilities: Json): Advisory[] {
  const found = Object.values(vulnerabilities)
    .flatMap((entry) => (isObject(entry) && Array.isArray(entry.via) ? (entry.via as unknown[]) : []))
    .filter(isObject)
    .map(({ name, severity, title, url }) => ({
      id: textOf(url).split('/').at(-1) ?? '',
      packageName: textOf(name),
      severity: textOf(severity),
      title: textOf(title),
      url: textOf(url),
    }));
  return [...new Map(found.map((each) => [`${each.id} ${each.packageName}`, each])).values()];
}

/**
 * Reads what `npm audit --json` printed. A registry that does not answer is not taken for one that knows of no advisory.
 *
 * @param text - its output
 * @example
 * judgeAudit('{"auditReportVersion":2,"vulnerabilities":{}}', { accepted: [], today: '2026-12-01' });
 * // { kind: 'answered', open: [], explained: [], unused: [] }
 */
export function judgeAudit(text: string, { accepted, today }: AuditRules): AuditVerdict {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return { kind: 'no-answer', message: 'npm printed no report.' };
  }
  if (!isObject(report) || !isObject(report.vulnerabilities)) {
    const message = isObject(report) ? textOf(report.message) : '';
    return { kind: 'no-answer', message: message || 'npm printed no report.' };
  }
  const advisories = advisoriesOf(report.vulnerabilities);
  const valid = accepted.filter(({ until }) => today <= until);
  const explained = advisories.flatMap((advisory) => {
    const explanation = valid.find(({ id }) => id === advisory.id);
    return explanation ? [{ ...advisory, reason: explanation.reason, until: explanation.until }] : [];
  });
  return {
    kind: 'answered',
    open: advisories.filter(({ id }) => !valid.some((each) => each.id === id)),
    explained,
    unused: accepted.map(({ id }) => id).filter((id) => !advisories.some((each) => each.id === id)),
  };
}
