import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cpuByCategory, TRACE_CATEGORIES, type TraceEvent } from '../../../bench/peers/trace-categories.js';

const mark = (name: string, ts: number): TraceEvent => ({ name, ph: 'R', pid: 1, tid: 1, ts });
const event = (name: string, ts: number, dur: number, rest: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts,
  dur,
  tdur: dur,
  ...rest,
});

const cpuOf = (...events: TraceEvent[]) =>
  Object.fromEntries(
    [
      ...cpuByCategory({
        events: [mark('from', 1_000), ...events, mark('to', 9_000)],
        from: 'from',
        to: 'to',
      }),
    ]
      .filter(([, milliseconds]) => milliseconds !== 0)
      .sort(),
  );

describe('the categories of a trace', () => {
  it('get the time of an event without that of the events inside it', () => {
    assert.deepEqual(
      cpuOf(
        event('RunTask', 1_000, 6_000),
        event('FunctionCall', 1_500, 4_000),
        event('UpdateLayoutTree', 2_000, 1_000),
        event('LocalFrameView::performLayout', 3_000, 2_000),
        event('InlineNode::ShapeText', 3_500, 500),
      ),
      { other: 2, script: 1, 'style calculation': 1, layout: 1.5, 'text and fonts': 0.5 },
    );
  });

  it('count CPU time, not elapsed time', () => {
    assert.deepEqual(cpuOf(event('Paint', 2_000, 5_000, { tdur: 1_000 })), { paint: 1 });
  });

  it('count an event without a category to the one around it', () => {
    assert.deepEqual(cpuOf(event('MinorGC', 2_000, 2_000), event('Unknown', 2_500, 1_000)), {
      'garbage collection': 2,
    });
  });

  it('leave out other threads, and what is before or after the marks', () => {
    assert.deepEqual(
      cpuOf(
        event('Paint', 100, 200),
        event('Paint', 2_000, 1_000, { tid: 2 }),
        event('Paint', 9_500, 1_000),
        event('ParseHTML', 4_000, 3_000),
      ),
      { 'parsing HTML and CSS': 3 },
    );
  });

  it('are all in the result', () => {
    const found = cpuByCategory({ events: [mark('from', 0), mark('to', 1)], from: 'from', to: 'to' });
    assert.deepEqual([...found.keys()], TRACE_CATEGORIES);
  });

  it('need both marks', () => {
    assert.throws(() => cpuByCategory({ events: [mark('from', 0)], from: 'from', to: 'to' }), /both marks/);
  });
});
