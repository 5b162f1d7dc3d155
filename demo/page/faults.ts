import type { Fault } from '../../src/sandbox/index.js';

/** The calls whose answer the panel can spoil. */
export type FaultRoute = 'status' | 'link';

/** The ways for EnKash to answer, as the panel offers them; null is the good one. */
export const RESPONSES: readonly {
  readonly label: string;
  readonly fault: Pick<Fault, 'answer' | 'delayMs'> | null;
}[] = [
  { label: 'Well', fault: null },
  { label: 'After 8 seconds', fault: { answer: 'slow', delayMs: 8_000 } },
  { label: 'With an error: 500', fault: { answer: 500 } },
  { label: 'With a web page, not JSON', fault: { answer: 'html' } },
  { label: 'With a no: 422', fault: { answer: 422 } },
];

/** The faults that a choice of answer for each call, by its place in `ANSWERS`, comes to. They last until cleared. */
export function faultsFor(choices: Readonly<Record<FaultRoute, number>>): Fault[] {
  return (['status', 'link'] as const).flatMap((route) => {
    const fault = RESPONSES[choices[route]]?.fault;
    return fault ? [{ route, ...fault, times: null }] : [];
  });
}
