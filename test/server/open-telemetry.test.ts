import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { metrics, SpanStatusCode, trace } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { BackendEvent } from '../../src/server/index.js';
import { readText, root, section, snippets } from '../support/markdown.js';
import { backendFor, endpointOf, send } from '../support/server/backend-under-test.js';
import { CARD_ID, enkashAnswer, LINK, TOKEN } from '../support/server/fake-enkash.js';

describe('the OpenTelemetry recipe', () => {
  const spans = new InMemorySpanExporter();
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 600_000 });
  let folder: string;
  let onEvent: (event: BackendEvent) => void;
  before(async () => {
    trace.setGlobalTracerProvider(
      new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }),
    );
    metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
    const [recipe = ''] = snippets(section(readText('docs/backend-events.md'), 'OpenTelemetry'), 'ts');
    await mkdir(join(root, '.cache'), { recursive: true });
    folder = await mkdtemp(join(root, '.cache', 'telemetry-'));
    await writeFile(join(folder, 'recipe.ts'), recipe);
    ({ onEvent } = (await import(pathToFileURL(join(folder, 'recipe.ts')).href)) as {
      onEvent: typeof onEvent;
    });
  });
  after(async () => {
    await reader.shutdown();
    await rm(folder, { recursive: true });
  });

  it('makes a span of each event and metrics without a value per customer, and neither has a secret', async () => {
    let isDown = false;
    const answer = () =>
      Promise.resolve(
        Response.json(isDown ? {} : enkashAnswer({ enkashCardId: undefined }), {
          status: isDown ? 500 : 200,
        }),
      );
    const { backend } = backendFor('https://enkash.example', { onEvent, fetch: answer });
    const { endpoint } = await backend.createSession({ enKashCardId: CARD_ID, reference: 'case-7' });
    await send(backend, endpoint, 'POST');
    isDown = true;
    for (const card of ['EKC1', 'EKC2', 'EKC3']) await send(backend, await endpointOf(backend, card), 'POST');

    const finished = spans.getFinishedSpans();
    assert.deepEqual(
      finished.map(({ name, status }) => [
        name,
        status.code === SpanStatusCode.ERROR ? status.message : 'ok',
      ]),
      [
        ['vkyc upstream', 'ok'],
        ['vkyc request', 'ok'],
        ['vkyc upstream', 'server-error'],
        ['vkyc request', 'upstream_down'],
        ['vkyc upstream', 'server-error'],
        ['vkyc request', 'upstream_down'],
        ['vkyc upstream', 'server-error'],
        ['vkyc breaker', 'ok'],
        ['vkyc request', 'upstream_down'],
      ],
    );
    assert.equal(finished[0]?.attributes['vkyc.reference'], 'case-7');

    await reader.forceFlush();
    const measured = exporter
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    const points = Object.fromEntries(
      measured.map(({ descriptor, dataPoints }) => [
        descriptor.name,
        dataPoints.map(({ attributes, value }) => [
          attributes,
          typeof value === 'number' ? value : value.count,
        ]),
      ]),
    );
    assert.deepEqual(points['vkyc.failures'], [
      [{ type: 'upstream', failure: 'server-error' }, 3],
      [{ type: 'request', failure: 'upstream_down' }, 3],
    ]);
    assert.deepEqual(points['vkyc.breakers.open'], [[{ call: 'link' }, 1]]);
    assert.ok(points['vkyc.duration']?.length);
    const reported = JSON.stringify([finished.map(({ attributes }) => attributes), points]);
    for (const secret of [CARD_ID, LINK, TOKEN]) assert.ok(!reported.includes(secret));
    assert.ok(!JSON.stringify(points).includes('case-7'));
  });
});
