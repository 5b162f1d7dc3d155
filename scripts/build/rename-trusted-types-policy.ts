import type { Plugin } from 'vite';

const litPolicy = /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/;

const policyNames = ['enkash-vkyc', 'lit-html'];

/** The call itself, each name in its own `try`: a page's Trusted Types list may refuse any of them. */
const firstAllowedPolicy = (trustedTypes: string, rules: string) =>
  `(rules=>{for(const name of ${JSON.stringify(policyNames)})try{return ${trustedTypes}.createPolicy(name,rules)}catch{}})(${rules})`;

/**
 * Gives the Lit inside the CDN file a Trusted Types policy of our own name. Under `trusted-types lit-html` a page
 * that runs Lit itself has used that name up, and a second `createPolicy` throws while the script loads: the button
 * would never exist. Without any allowed policy the script still loads, and Lit uses plain strings.
 * The build fails when Lit's call is not found exactly once.
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
