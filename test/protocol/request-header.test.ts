import { expect } from '@open-wc/testing';
import { VKYC_HEADER, VKYC_HEADER_VALUE } from '../../src/protocol/request-header.js';

it('the header of every request is X-Enkash-Vkyc: 1, as backends in other languages expect it', () => {
  expect([VKYC_HEADER, VKYC_HEADER_VALUE]).to.deep.equal(['X-Enkash-Vkyc', '1']);
});
