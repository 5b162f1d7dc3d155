import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import '@hyperjump/json-schema/formats';
import { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/openapi-3-1';
import { parse } from 'yaml';

/** A method that docs/openapi.yaml describes. */
export type Method = 'get' | 'post' | 'options';
interface Ref {
  readonly $ref: string;
}
interface Header {
  readonly required?: boolean;
}
interface Described {
  readonly headers: Readonly<Record<string, Ref | Header>>;
  readonly content?: Readonly<Record<'application/json', MediaType>>;
}
interface MediaType {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** The parts of docs/openapi.yaml that tests read. */
interface OpenapiDocument {
  readonly openapi: string;
  readonly info: { readonly version: string };
  readonly paths: Readonly<
    Record<
      string,
      Readonly<Record<Method, { readonly responses: Readonly<Record<string, Ref | Described>> }>>
    >
  >;
  readonly components: {
    readonly responses: Readonly<Record<string, Described>>;
    readonly schemas: object;
  };
}

const SPECIFICATION = 'https://spec.openapis.org/oas/3.1/schema-base';
const ADDRESS = 'https://shop.example/openapi';
const SESSION_PATH = '/vkyc/session/{token}';

const source: unknown = parse(readFileSync(new URL('../../../docs/openapi.yaml', import.meta.url), 'utf8'));

/** The parsed docs/openapi.yaml. */
export const openapi = source as OpenapiDocument;

setShouldValidateFormat(true);
registerSchema({ ...(source as object), $schema: 'https://spec.openapis.org/oas/3.1/dialect/base' }, ADDRESS);

async function isValid(schema: string, value: unknown): Promise<boolean> {
  const check = await validate(schema);
  return check(value as Parameters<typeof check>[0]).valid;
}

/** Whether a document is valid OpenAPI 3.1, including its schemas. */
export const isOpenapi = (document: unknown): Promise<boolean> => isValid(SPECIFICATION, document);

/** Whether a value is valid for the schema at a JSON pointer into docs/openapi.yaml. */
export const fits = (pointer: string, value: unknown): Promise<boolean> =>
  isValid(`${ADDRESS}#${pointer}`, value);

/** The statuses of a method, each with the pointer to its description. */
export function responsesOf(method: Method): ReadonlyMap<number, string> {
  const entries = Object.entries(openapi.paths[SESSION_PATH]?.[method].responses ?? {});
  return new Map(
    entries.map(([status, response]) => [
      Number(status),
      '$ref' in response
        ? response.$ref.slice(1)
        : `/paths/~1vkyc~1session~1%7Btoken%7D/${method}/responses/${status}`,
    ]),
  );
}

/** An example of the response at a pointer, the first one by default; undefined for a response without a body. */
export function exampleOf(pointer: string, name?: string): unknown {
  const { content } = described(pointer) as Described;
  const { example, examples = {} } = content?.['application/json'] ?? {};
  if (name !== undefined) return examples[name]?.value;
  return example ?? Object.values(examples)[0]?.value;
}

/** The names of the examples of the response at a pointer; one without a name where there are none. */
export function exampleNames(pointer: string): readonly (string | undefined)[] {
  const { content } = described(pointer) as Described;
  const names = Object.keys(content?.['application/json'].examples ?? {});
  return names.length > 0 ? names : [undefined];
}

/** The value at a pointer. */
export function described(pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((value, step) => {
    const key = decodeURIComponent(step).replaceAll('~1', '/');
    return (value as Readonly<Record<string, unknown>>)[key];
  }, source);
}

/** Asserts that the document describes an answer: its status for the method, its headers and its body. */
export async function assertDescribed(method: string, response: Response): Promise<void> {
  const name = method === 'POST' || method === 'OPTIONS' ? method.toLowerCase() : 'get';
  const pointer = responsesOf(name as Method).get(response.status);
  assert.ok(pointer !== undefined, `${method} ${response.status} is not described.`);
  const { headers, content } = described(pointer) as Described;
  for (const [header, value] of Object.entries(headers)) {
    const at = '$ref' in value ? value.$ref.slice(1) : `${pointer}/headers/${header}`;
    const text = response.headers.get(header);
    if (text === null)
      assert.ok(!(described(at) as Header).required, `${method} ${response.status}: no ${header}`);
    else
      assert.ok(await fits(`${at}/schema`, /^\d+$/.test(text) ? Number(text) : text), `${header}: ${text}`);
  }
  const text = await response.text();
  if (content === undefined) {
    assert.equal(text, '');
    return;
  }
  assert.match(response.headers.get('content-type') ?? '', /^application\/json(;|$)/);
  const schema = `${pointer}/content/application~1json/schema`;
  assert.ok(await fits(schema, JSON.parse(text)), `${method} ${response.status}: ${text}`);
}

/** Each example of an answer with the pointer to the schema that it must fit. */
export function examples(): readonly (readonly [pointer: string, value: unknown])[] {
  return Object.entries(openapi.components.responses).flatMap(([name, { content }]) => {
    const { example, examples: named = {} } = content?.['application/json'] ?? {};
    const values = [
      ...(example === undefined ? [] : [example]),
      ...Object.values(named).map(({ value }) => value),
    ];
    return values.map(
      (value) => [`/components/responses/${name}/content/application~1json/schema`, value] as const,
    );
  });
}
