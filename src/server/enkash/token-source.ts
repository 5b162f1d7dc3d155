/**
 * Where EnKash's bearer token comes from: `passwordToken()`, or the partner's own function. It is asked before every
 * call, so it should remember its token. Called with a token, it is told that EnKash has just refused that one.
 */
export type TokenSource = (refused?: string) => Promise<string>;
