export { diagnose, type DiagnosisId } from './diagnose.js';
export type { Finding, Judgement, Verdict } from '../doctor/finding.js';
