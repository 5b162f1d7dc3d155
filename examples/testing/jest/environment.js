const FixedJsdom = require('jest-fixed-jsdom');

/** jsdom with Node's fetch, which MSW answers, and with Node's crypto, which the backend needs. */
module.exports = class extends (FixedJsdom.default ?? FixedJsdom) {
  constructor(...settings) {
    super(...settings);
    Object.defineProperty(this.global, 'crypto', { value: globalThis.crypto });
  }
};
