import type { Plugin } from 'vite';

const litPolicy = /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/;

const policyNames = ['enkash-vkyc', 'lit-html'];

/** A call that tries each name, as the page's `trusted-types` directive may not allow it. */
const firstAllowedPolicy = (trustedTypes: string, rules: string) =>
  `(rules=>{for(const name of ${JSON.stringify(policyNames)})try{return ${trustedTypes}.createPolicy(name,rules)}catch{}})(${rules})`;

/**
 * Renames the Trusted Types policy of the Lit inside the CDN file. Under `trusted-types lit-html` a page that uses Lit
 * itself has already created the policy of that name; a second `createPolicy` throws while the script loads, and the
 * element is never defined. When no policy is allowed, the script still loads and Lit uses plain strings.
 * The build fails unless Lit's call is found exactly once.
 */
export const renameTrustedTypesPolicy = (): Plugin => {
  let renamed = 0;
  return {
    name: 'rename-trusted-types-policy',
    buildStart() {
      renamed = 0;
    },
    transform(code, id) {
      if (!id.includes('lit-html') || !code.includes('createPolicy')) return null;
      return {
        code: code.replace(litPolicy, (_call, trustedTypes: string, rules: string) => {
          renamed += 1;
          return firstAllowedPolicy(trustedTypes, rules);
        }),
        map: null,
      };
    },
    generateBundle() {
      if (renamed !== 1) {
        this.error(
          `Expected one createPolicy("lit-html", …) in Lit and found ${renamed}. Read lit-html.js and adapt rename-trusted-types-policy.ts.`,
        );
      }
    },
  };
};
