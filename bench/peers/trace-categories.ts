/** An event of a trace of DevTools, as far as it is used. Times are in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread. */
  readonly tdur?: number;
}

/** What the main thread is busy with, in the order of the table, with the names of its events. */
const EVENTS = {
  script:
    /^(?:EvaluateScript|FunctionCall|TimerFire|FireAnimationFrame|RunMicrotasks|EventDispatch|XHR.*|v8\.(?:run|call.*|newInstance|evaluateModule)|BlinkScheduler_PerformMicrotaskCheckpoint|CustomElement.*|HTMLConstructor)$/,
  'parsing HTML and CSS':
    /^(?:ParseHTML|HTMLDocumentParser.*|ParseAuthorStyleSheet|CSSParserImpl.*|RuleSet.*)$/,
  'style calculation':
    /^(?:UpdateLayoutTree|RecalculateStyles|Document::.*[sS]tyle.*|Document::rebuildLayoutTree|.*InvalidationTracking|StyleEngine.*|Blink\.Style.*)$/,
  layout: /^(?:Layout|LocalFrameView::(?:layout|performLayout).*|Blink\.Layout.*)$/,
  'text and fonts': /^(?:InlineNode::Shape.*|.*Font.*)$/,
  paint:
    /^(?:PrePaint|Paint.*|Layerize|Commit|Blink\.(?:Paint|PrePaint|CompositingInputs|Animate).*|(?:LayerTreeHost|ProxyMain|ScrollTree|WebFrameWidgetImpl|LocalFrameView::RunPaint).*|.*cc::.*)$/,
  'garbage collection': /^(?:MinorGC|MajorGC|V8\.GC.*|BlinkGC\..*|CppGC.*)$/,
} as const;

/** A kind of work; the rest is scheduling, messages between processes, and what the browser does not name. */
export type TraceCategory = keyof typeof EVENTS | 'other';

export const TRACE_CATEGORIES: readonly TraceCategory[] = [
  ...(Object.keys(EVENTS) as (keyof typeof EVENTS)[]),
  'other',
];

const categoryOf = (name: string): TraceCategory | undefined =>
  (Object.keys(EVENTS) as (keyof typeof EVENTS)[]).find((category) => EVENTS[category].test(name));

/** The part of a thread's events between two marks. */
export interface TraceSection {
  readonly events: readonly TraceEvent[];
  /** The names of the marks, which the page sets with `performance.mark()`. */
  readonly from: string;
  readonly to: string;
}

/**
 * Milliseconds of CPU that the thread of the marks spent in each category. Time in an event counts without that in the
 * events inside it. An event without a category belongs to the one around it.
 * @throws when a mark is missing.
 */
export function cpuByCategory({ events, from, to }: TraceSection): ReadonlyMap<TraceCategory, number> {
  const start = events.find(({ name }) => name === from);
  const end = events.find(({ name }) => name === to);
  if (!start || !end) throw new Error('The trace does not have both marks.');
  const complete = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === start.pid && tid === start.tid)
    .filter(({ ts, dur = 0 }) => ts + dur >= start.ts && ts <= end.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const totals = new Map<TraceCategory, number>(TRACE_CATEGORIES.map((category) => [category, 0]));
  const open: { readonly until: number; readonly category: TraceCategory }[] = [];
  const add = (category: TraceCategory, microseconds: number) =>
    totals.set(category, (totals.get(category) ?? 0) + microseconds / 1_000);
  for (const { name, ts, dur = 0, tdur = 0 } of complete) {
    while ((open.at(-1)?.until ?? Infinity) <= ts) open.pop();
    const around = open.at(-1);
    const category = categoryOf(name) ?? around?.category ?? 'other';
    add(category, tdur);
    if (around) add(around.category, -tdur);
    open.push({ until: ts + dur, category });
  }
  return totals;
}
