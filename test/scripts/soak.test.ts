import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isClean, noFigures } from '../../soak/figures.js';
import { createFaultyNetwork } from '../../soak/journeys/faulty-network.js';
import { createSoakRunner } from '../../soak/journeys/soak-runner.js';
import { minimise } from '../../soak/minimise.js';
import { readOptions } from '../../soak/options.js';
import { createRandom } from '../../soak/random.js';

/** What `node --expose-gc` gives. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('the soak run', () => {
  it('is clean only without a fault', () => {
    assert.equal(isClean({ ...noFigures(), generated: 5, journeys: 5, cycles: 5, heapGrowth: 0.9 }), true);
    for (const fault of ['lost', 'hung', 'leaked', 'uncaught', 'doubleWindows', 'mintsWithoutClick'] as const)
      assert.equal(isClean({ ...noFigures(), [fault]: 1 }), false, fault);
    assert.equal(isClean({ ...noFigures(), heapGrowth: 1 }), false);
  });

  it('makes the same choices from the same seed', () => {
    const choices = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 20 }, () => random.below(1000));
    };
    assert.deepEqual(choices(7), choices(7));
    assert.notDeepEqual(choices(7), choices(8));
  });

  it('leaves out every act that a failing journey does not need', async () => {
    const fails = (acts: readonly number[]) => Promise.resolve(acts.includes(3) && acts.includes(5));
    assert.deepEqual(await minimise([1, 2, 3, 4, 5, 6], fails), [3, 5]);
  });

  it('reads the amounts, and refuses what is not a number', () => {
    const { seed, inputs, journeys, json } = readOptions(['--seed', '7', '--journeys', '9', '--json']);
    assert.deepEqual([seed, inputs, journeys, json], [7, 1_000_000, 9, true]);
    assert.ok(readOptions(['--short']).inputs < 100_000);
    assert.throws(() => readOptions(['--seed', 'x']), TypeError);
    assert.throws(() => readOptions(['--sed', '1']), TypeError);
  });

  it('counts a journey that never ends, or whose browser breaks, as hung, and continues in a fresh browser', async () => {
    let started = 0;
    const stopped: number[] = [];
    const start = () => {
      const id = ++started;
      return Promise.resolve({
        run<T>(expression: string): Promise<T> {
          if (expression === 'soak.acts(8)') return Promise.resolve(['click'] as T);
          if (expression === 'soak.stage()') return Promise.resolve('heal 3: checking' as T);
          if (expression.startsWith('soak.journey(8')) return new Promise<T>(() => undefined);
          if (expression.startsWith('soak.journey(9')) return Promise.reject(new Error('The page is gone.'));
          return Promise.resolve({ seed: 7, acts: [], faults: [`in browser ${id}`] } as T);
        },
        heapBytes: () => Promise.resolve(null),
        stop: () => Promise.resolve(void stopped.push(id)),
      });
    };
    const runner = await createSoakRunner(start, 20);
    const faults = ['hung: no end; heal 3: checking'];
    assert.deepEqual(await runner.journey(8), { seed: 8, acts: ['click'], faults });
    assert.deepEqual(await runner.journey(9, []), {
      seed: 9,
      acts: [],
      faults: ['hung: The page is gone.'],
    });
    assert.deepEqual((await runner.journey(7)).faults, ['in browser 3']);
    assert.deepEqual(stopped, [1, 2]);
  });

  it('has a network on which every kind of fault happens, and none once it is healed', async () => {
    const network = createFaultyNetwork(createRandom(1), 1);
    const answers: string[] = [];
    const exchange = async (signal: AbortSignal) => {
      const request = new Request('http://localhost/', { signal });
      return (await network.exchange(request, () => Promise.resolve(new Response('whole')))).text();
    };
    // a request that has been given up ends a silence at once
    for (let count = 0; count < 60; count++)
      answers.push(await exchange(AbortSignal.abort()).catch(() => 'broken'));
    assert.ok(answers.includes('broken') && answers.includes('whole'));
    assert.ok(
      answers.some((answer) => !['broken', 'whole'].includes(answer)),
      'some bodies are corrupt',
    );
    network.heal();
    for (let count = 0; count < 20; count++)
      assert.equal(await exchange(new AbortController().signal), 'whole');
  });

  it('has a network that is silent until the request is given up, also after a garbage collection', async () => {
    const silent = { ...createRandom(1), pick: <T>(items: readonly [T, ...T[]]) => items.at(-1) ?? items[0] };
    const network = createFaultyNetwork(silent, 1);
    const limit = new AbortController();
    const exchange = network.exchange(new Request('http://localhost/', { signal: limit.signal }), fetch);
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    limit.abort();
    const later = new Promise((resolve) => setImmediate(resolve, 'still silent'));
    assert.equal(await Promise.race([exchange.catch(() => 'ended'), later]), 'ended');
  });
});
