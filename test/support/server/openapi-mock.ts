import { described, exampleOf, fits, openapi, responsesOf, type Method } from './openapi-document.js';

/** A session endpoint made of docs/openapi.yaml, and of nothing else. */
export interface OpenapiMock {
  /** Answers a request that fits the document with an example, and any other with the status of the part that does not. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The answer to requests that fit, instead of the first example of the first success. */
  preference: { readonly status: number; readonly example?: string } | null;
}

/** The parts of an operation that a request has to fit. */
interface Operation {
  readonly parameters?: readonly { readonly $ref: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

const [PATH = ''] = Object.keys(openapi.paths);
const BEFORE_TOKEN = PATH.slice(0, PATH.indexOf('{'));
const PATH_POINTER = `/paths/${PATH.replaceAll('/', '~1').replace('{', '%7B').replace('}', '%7D')}`;

/** Creates a mock that answers with the first success. */
export function createOpenapiMock(): OpenapiMock {
  const mock: OpenapiMock = {
    preference: null,
    handle: async (request) => {
      const method = request.method.toLowerCase();
      const path = new URL(request.url).pathname;
      if (!path.startsWith(BEFORE_TOKEN)) return answer('get', 404);
      if (!isDescribed(method)) return answer('get', 405);
      const status = await statusOf(request, method, path.slice(BEFORE_TOKEN.length));
      if (status !== null) return answer(method, status);
      const [success = NaN] = responsesOf(method).keys();
      return answer(method, mock.preference?.status ?? success, mock.preference?.example);
    },
  };
  return mock;
}

const isDescribed = (method: string): method is Method => Object.hasOwn(openapi.paths[PATH] ?? {}, method);

/** The status of a request that does not fit the document; null for one that does. */
async function statusOf(request: Request, method: Method, token: string): Promise<number | null> {
  const pointer = `${PATH_POINTER}/${method}`;
  const { parameters = [], requestBody } = described(pointer) as Operation;
  if (!(await fits(`${PATH_POINTER}/parameters/0/schema`, token))) return 401;
  for (const { $ref } of parameters) {
    const { name } = described($ref.slice(1)) as { readonly name: string };
    if (!(await fits(`${$ref.slice(1)}/schema`, request.headers.get(name)))) return 403;
  }
  if (!requestBody) return null;
  const type = request.headers.get('content-type') ?? '';
  if (!Object.hasOwn(requestBody.content, type)) return 415;
  const body: unknown = await request.json().catch(() => undefined);
  const schema = `${pointer}/requestBody/content/${type.replace('/', '~1')}/schema`;
  return body !== undefined && (await fits(schema, body)) ? null : 400;
}

function answer(method: Method, status: number, example?: string): Response {
  const pointer = responsesOf(method).get(status);
  if (pointer === undefined) throw new Error(`docs/openapi.yaml has no ${status} for ${method}.`);
  const body = exampleOf(pointer, example);
  const { headers } = described(pointer) as { readonly headers: Readonly<Record<string, object>> };
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: [
      ...Object.entries(headers).flatMap(fixedHeader),
      ...(body === undefined ? [] : [['Content-Type', 'application/json'] as [string, string]]),
    ],
  });
}

/** A header that has one value only. */
function fixedHeader([name, header]: readonly [string, object]): [string, string][] {
  const { schema } = ('$ref' in header ? described(String(header.$ref).slice(1)) : header) as {
    readonly schema: { readonly const?: string };
  };
  return schema.const === undefined ? [] : [[name, schema.const]];
}
