import type { Fault } from '../../src/sandbox/index.js';

/** The calls of EnKash whose response the panel can change. */
export type FaultRoute = 'status' | 'link';

/** EnKash's responses that the panel offers; a fault of null is the normal one. */
export const RESPONSES: readonly {
  readonly label: string;
  readonly fault: Pick<Fault, 'answer' | 'delayMs'> | null;
}[] = [
  { label: 'Normally', fault: null },
  { label: 'After 8 seconds', fault: { answer: 'slow', delayMs: 8_000 } },
  { label: 'With 500', fault: { answer: 500 } },
  { label: 'With HTML instead of JSON', fault: { answer: 'html' } },
  { label: 'With 422', fault: { answer: 422 } },
];

/** The faults for the chosen responses, given by their index in `RESPONSES`. They last until cleared. */
export function faultsFor(choices: Readonly<Record<FaultRoute, number>>): Fault[] {
  return (['status', 'link'] as const).flatMap((route) => {
    const fault = RESPONSES[choices[route]]?.fault;
    return fault ? [{ route, ...fault, times: null }] : [];
  });
}
