export { expect } from '@esm-bundle/chai/esm/chai.js';
