import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import spectralRulesets from '@stoplight/spectral-rulesets';

const PATH = fileURLToPath(new URL('../../docs/openapi.yaml', import.meta.url));
const SOURCE = readFileSync(PATH, 'utf8');

const REDOCLY_RULESETS = ['spec', 'recommended', 'recommended-strict'];

/** Every finding of Redocly, in its three rulesets. */
async function findingsOfRedocly(source: string): Promise<string[]> {
  const findings = await Promise.all(
    REDOCLY_RULESETS.map(async (ruleset) => {
      const config = await createConfig({ extends: [ruleset] });
      return lintFromString({ source, absoluteRef: PATH, config });
    }),
  );
  return findings.flat().map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** Every finding of Spectral, in its recommended rules. */
async function findingsOfSpectral(source: string): Promise<string[]> {
  const spectral = new spectralCore.Spectral();
  spectral.setRuleset({
    extends: [[spectralRulesets.oas as object as RulesetDefinition, 'recommended']],
    // Whom to ask is in package.json; a contact here would be copied into every client that is generated.
    rules: { 'info-contact': 'off' },
  });
  const findings = await spectral.run(source);
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

/** Changes of the document that make it invalid. */
const FAULTS: readonly (readonly [what: string, from: string, to: string])[] = [
  [
    'an unknown keyword',
    '      operationId: mintLink\n',
    '      operationId: mintLink\n      operationld: x\n',
  ],
  ['a parameter that is not described', '      - name: token\n', '      - name: tokn\n'],
  ['a reference to nothing', "'#/components/responses/Conflict'", "'#/components/responses/NoSuchResponse'"],
  ['an example that does not fit', 'error: { code: rate_limited,', 'error: { cod: rate_limited,'],
];

for (const [linter, findingsOf] of [
  ['Redocly', findingsOfRedocly],
  ['Spectral', findingsOfSpectral],
] as const)
  describe(`docs/openapi.yaml for ${linter}`, () => {
    it('has neither errors nor warnings', async () => {
      assert.deepEqual(await findingsOf(SOURCE), []);
    });

    for (const [what, from, to] of FAULTS)
      it(`would have a finding for ${what}`, async () => {
        assert.ok(SOURCE.includes(from));
        assert.notDeepEqual(await findingsOf(SOURCE.replace(from, () => to)), []);
      });
  });
