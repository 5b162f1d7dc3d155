import { URL } from 'node:url';

const here = (file) => new URL(file, import.meta.url).href;
const REPLACED = { '@open-wc/testing': here('./chai-expect.js'), 'fast-check': here('./fewer-inputs.js') };

/** Node's hook for module names: the tests get Chai without a document, and fewer generated inputs. */
export const resolve = (specifier, context, nextResolve) => {
  const url = REPLACED[specifier];
  return url === undefined || url === context.parentURL
    ? nextResolve(specifier, context)
    : { url, shortCircuit: true };
};
