import fc from 'fast-check';
import { errorOfStatus, STATUS_OF_CODE } from '../../src/protocol/http-errors.js';
import { parseInstant, parseInstantAsIso } from '../../src/protocol/instant.js';
import { isJsonType } from '../../src/protocol/media-type.js';
import { readBody, type Bytes } from '../../src/protocol/read-body.js';
import { readHeader } from '../../src/protocol/read-header.js';
import { parseJson } from '../../src/protocol/read-json.js';
import { parseRetryAfter } from '../../src/protocol/retry-after.js';
import {
  anything,
  asyncPropertyOf,
  expectThat,
  longTextOf,
  propertyOf,
  textOf,
  type Property,
} from './property.js';

const TIME_PIECES = [
  '2026-11-23',
  'T',
  '10:00',
  ':00',
  '.123',
  'Z',
  '+05:30',
  '-0530',
  'GMT',
  'Mon, 23 Nov 2026 ',
  ' ',
  '-1',
];
const TYPE_PIECES = [
  'application/json',
  'APPLICATION/JSON',
  'text/html',
  ';',
  ' charset=utf-8',
  ' ',
  '+json',
  ',',
];
const JSON_PIECES = ['{', '}', '[', ']', '"', ':', ',', '1', 'null', '\ufeff', '\\u', '\ud800', '__proto__'];
const WAIT_PIECES = ['0', '1', '30', '999999999', '-', '.', 'Mon, 23 Nov 2026 05:30:00 GMT', ' ', 'e3'];
const NOW = Date.UTC(2026, 10, 23, 5, 30);

const textJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Times, headers and bodies of the wire. */
export const WIRE_PROPERTIES: readonly Property[] = [
  propertyOf(
    'instant: as the platform reads a time with a zone',
    fc.oneof(textOf(TIME_PIECES), anything()),
    (value) => {
      const instant = parseInstant(value);
      expectThat((instant === null) === (parseInstantAsIso(value) === null), 'both forms agree');
      if (instant === null) return;
      const expected = typeof value === 'string' ? Date.parse(value) : value;
      expectThat(instant === expected, 'it is the instant');
      expectThat(new Date(instant).getUTCFullYear() >= 1000, 'it is a year that can be shown');
    },
  ),
  propertyOf(
    'instant: every ISO time in UTC is read',
    fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-30'), noInvalidDate: true }),
    (date) => expectThat(parseInstant(date.toISOString()) === date.getTime(), 'it is the same'),
  ),
  propertyOf('Retry-After: any value', fc.oneof(textOf(WAIT_PIECES), anything()), (value) => {
    const seconds = parseRetryAfter(value, NOW);
    expectThat(
      seconds === undefined || (Number.isInteger(seconds) && seconds >= 1 && seconds <= 600),
      'it is 1 to 600 seconds',
    );
  }),
  propertyOf('Retry-After: a number of seconds', fc.integer({ min: 0, max: 99_999 }), (seconds) => {
    const expected = seconds === 0 ? undefined : Math.min(seconds, 600);
    expectThat(parseRetryAfter(String(seconds), NOW) === expected, 'it is that number');
  }),
  propertyOf('media type: as its essence says', textOf(TYPE_PIECES), (text) => {
    const type = text.replace(/[^\x20-\x7e]/g, '');
    const essence = type.split(';')[0]?.trim().toLowerCase();
    expectThat(
      isJsonType(new Headers({ 'content-type': type })) === (essence === 'application/json'),
      'it is JSON, or not',
    );
  }),
  propertyOf('JSON: as the platform parses its text', textOf(JSON_PIECES), (text) => {
    const bytes = new TextEncoder().encode(text);
    const expected = textJson(new TextDecoder().decode(bytes));
    expectThat(JSON.stringify(parseJson(bytes)) === JSON.stringify(expected), 'both read the same');
  }),
  propertyOf(
    'JSON: any bytes',
    fc.uint8Array({ maxLength: 64 }),
    (bytes) => void parseJson(Uint8Array.from(bytes)),
  ),
  propertyOf('JSON: every value', fc.jsonValue(), (value) => {
    const text = JSON.stringify(value);
    expectThat(JSON.stringify(parseJson(new TextEncoder().encode(text))) === text, 'it is read back');
  }),
  propertyOf('JSON: long text', longTextOf(JSON_PIECES), (text) => void parseJson(text), 0.01),
  propertyOf('header: any object', fc.tuple(anything(), fc.string()), ([headers, name]) => {
    const value = readHeader(headers, name);
    expectThat(value === null || typeof value === 'string', 'it is text or null');
  }),
  propertyOf('HTTP status: each has a code', fc.integer({ min: 100, max: 999 }), (status) => {
    expectThat(typeof errorOfStatus(status) === 'string', 'it has a code');
    expectThat(Object.keys(STATUS_OF_CODE).length > 0, 'the table has rows');
  }),
  asyncPropertyOf(
    'body: whole, or null beyond the limit',
    fc.tuple(fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 6 }), fc.integer({ min: 0, max: 80 })),
    async ([chunks, limit]) => {
      const body = new ReadableStream<Bytes>({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(Uint8Array.from(chunk));
          controller.close();
        },
      });
      const whole = chunks.flatMap((chunk) => [...chunk]);
      const read = await readBody({ body }, limit);
      expectThat(
        whole.length > limit ? read === null : read !== null && [...read].join() === whole.join(),
        'no byte is lost, none is too many',
      );
    },
  ),
];
