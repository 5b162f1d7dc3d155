import { expect } from '@open-wc/testing';

import { parseEnumModel } from '../../src/status/parse-enum-model.js';

const named = (name: string) => ({ name, label: null, description: null });
const java = (label: string) => `EnumModel(name=A, label=${label}, description=null)`;

const UNREADABLE = new Proxy(
  {},
  {
    getOwnPropertyDescriptor() {
      throw new Error('It cannot be read.');
    },
  },
);

describe('parseEnumModel', () => {
  describe('parses', () => {
    it('the two values that EnKash documents', () => {
      expect(
        parseEnumModel('EnumModel(name=MIN_KYC_VERIFIED, label=Min Kyc Verified, description=null)'),
      ).to.deep.equal({ name: 'MIN_KYC_VERIFIED', label: 'Min Kyc Verified', description: null });
      expect(
        parseEnumModel('EnumModel(name=VKYC_IN_PROGRESS, label=VKYC In Progress, description=null)'),
      ).to.deep.equal({ name: 'VKYC_IN_PROGRESS', label: 'VKYC In Progress', description: null });
    });

    for (const label of [
      'Done (agent (x))',
      'Done, checked, filed',
      'a=b',
      'x, name=VKYC_VERIFIED',
      '(',
      ')',
      'EnumModel(name=B)',
      'x, description=y',
    ]) {
      it(`the whole label “${label}”, and only the first name`, () => {
        expect(parseEnumModel(java(label))).to.deep.equal({ name: 'A', label, description: null });
      });
    }

    for (const [name, space] of Object.entries({
      spaces: '   ',
      tabs: '\t\t',
      'line breaks': '\r\n',
      'no-break spaces': '\u00a0\u202f',
      'a byte order mark': '\ufeff',
      'other white space': '\u2003\u3000\v\f',
    }))
      it(`a value with ${name} around the whole or around the name`, () => {
        const surround = (text: string) => `${space}${text}${space}`;
        expect(parseEnumModel(surround('A'))).to.deep.equal(named('A'));
        expect(parseEnumModel({ name: surround('A') })).to.deep.equal(named('A'));
        expect(parseEnumModel(surround(java('b')))?.label).to.equal('b');
        expect(parseEnumModel(`EnumModel(name=${surround('A')}, label=${surround('b')})`)).to.deep.equal({
          ...named('A'),
          label: 'b',
        });
      });

    it('a description with commas and brackets', () => {
      expect(parseEnumModel('EnumModel(name=A, label=B, C, description=why (so), and how=x)')).to.deep.equal({
        name: 'A',
        label: 'B, C',
        description: 'why (so), and how=x',
      });
    });

    it('Java text without some fields', () => {
      expect(parseEnumModel('EnumModel(name=A)')).to.deep.equal(named('A'));
      expect(parseEnumModel('EnumModel(name=A, label=b)')).to.deep.equal({ ...named('A'), label: 'b' });
      expect(parseEnumModel('EnumModel(name=A, description=c)')).to.deep.equal({
        ...named('A'),
        description: 'c',
      });
      expect(parseEnumModel('EnumModel(name=A, label=null, description=null)')).to.deep.equal(named('A'));
      expect(parseEnumModel('EnumModel(name=A, label=, description=)')).to.deep.equal(named('A'));
    });

    it('Java text with an undocumented additional field', () => {
      expect(parseEnumModel('EnumModel(name=A, code=7, label=b, description=c)')).to.deep.equal({
        name: 'A',
        label: 'b',
        description: 'c',
      });
    });

    it('Java text with an unknown field instead of label and description', () => {
      expect(parseEnumModel('EnumModel(name=MIN_KYC_VERIFIED, code=7)')).to.deep.equal(
        named('MIN_KYC_VERIFIED'),
      );
    });

    it('only the label if label and description are swapped', () => {
      expect(parseEnumModel('EnumModel(name=A, description=c, label=b)')).to.deep.equal({
        ...named('A'),
        label: 'b',
      });
    });

    it('a bare name', () => {
      expect(parseEnumModel('VKYC_IN_PROGRESS')).to.deep.equal(named('VKYC_IN_PROGRESS'));
    });

    it('an object', () => {
      expect(parseEnumModel({ name: 'A', label: 'b', description: 'c' })).to.deep.equal({
        name: 'A',
        label: 'b',
        description: 'c',
      });
      expect(parseEnumModel({ name: 'A', label: 7, description: {} })).to.deep.equal(named('A'));
      expect(parseEnumModel({ name: 'A' })).to.deep.equal(named('A'));
    });

    it('a name that is also a JavaScript property', () => {
      expect(parseEnumModel('EnumModel(name=CONSTRUCTOR)')).to.deep.equal(named('CONSTRUCTOR'));
    });

    it('a name of at most 64 characters', () => {
      expect(parseEnumModel('A'.repeat(64))).to.deep.equal(named('A'.repeat(64)));
      expect(parseEnumModel('A'.repeat(65))).to.equal(null);
    });
  });

  describe('returns null for', () => {
    const unreadable: [string, unknown][] = [
      ['null', null],
      ['undefined', undefined],
      ['empty text', ''],
      ['the word null', 'null'],
      ['the word undefined', 'undefined'],
      ['a number', 7],
      ['a boolean', true],
      ['an array', ['A']],
      ['a nested array', [['A']]],
      ['an empty object', {}],
      ['a function', () => 'A'],
      ['a function whose own name is valid', { VERIFIED: () => 'A' }.VERIFIED],
      ['an object that throws when it is read', UNREADABLE],
      ['an empty name', 'EnumModel(name=, label=x, description=null)'],
      ['another order of fields', 'EnumModel(label=x, name=A, description=null)'],
      ['a lower-case name', 'EnumModel(name=a_b, label=x, description=null)'],
      ['a name with a space', 'EnumModel(name=A B, label=x, description=null)'],
      ['a name with a Cyrillic look-alike', 'EnumModel(name=VKYС_DONE, label=x, description=null)'],
      ['a full-width name', 'EnumModel(name=ＶＫＹＣ, label=x, description=null)'],
      ['a name that starts with a digit', '1A'],
      ['__proto__', 'EnumModel(name=__proto__)'],
      ['constructor', 'EnumModel(name=constructor)'],
      ['toString', { name: 'toString' }],
      ['a wrapper in lower case', 'enummodel(name=A)'],
      ['a wrapper with a space', 'EnumModel (name=A)'],
      ['a line break before the name', 'EnumModel(\nname=A)'],
      ['a line break in a bare name', 'A\nB'],
      ['text after Java text', 'EnumModel(name=A, label=x) and more'],
      ['Java text cut short', 'EnumModel(name=A, label=x'],
      ['an object whose name is Java text', { name: 'EnumModel(name=A)' }],
      ['an inherited name', Object.create({ name: 'A' })],
    ];
    for (const [what, value] of unreadable) {
      it(what, () => {
        expect(parseEnumModel(value)).to.equal(null);
      });
    }
  });

  describe('sanitizes a label', () => {
    it('by removing control and bidi characters', () => {
      expect(parseEnumModel(java('In\u0000 Pro\u001bgress\u0085\u007f'))?.label).to.equal('In Progress');
      for (const bidi of '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069') {
        expect(parseEnumModel({ name: 'A', label: `a${bidi}b` })?.label).to.equal('ab');
      }
    });

    it('by removing line separators, invisible characters and lone surrogates', () => {
      expect(parseEnumModel(java('a\u2028b\u2029c\u200b\ufeffd\ud800e'))?.label).to.equal('abcde');
    });

    it('but keeps the joiners of Indic scripts', () => {
      expect(parseEnumModel(java('क्\u200dष र्\u200cय'))?.label).to.equal('क्\u200dष र्\u200cय');
    });

    it('by cutting it at 48 characters, without splitting a surrogate pair', () => {
      expect(parseEnumModel(java('x'.repeat(49)))?.label).to.equal('x'.repeat(48));
      expect(parseEnumModel(java(`${'x'.repeat(47)}🪪`))?.label).to.equal('x'.repeat(47));
      expect(parseEnumModel(java(`${'x'.repeat(47)} y`))?.label).to.equal('x'.repeat(47));
    });

    it('to null if nothing is left', () => {
      expect(parseEnumModel(java(' \u202e '))?.label).to.equal(null);
    });

    it('but keeps markup and template characters as text', () => {
      for (const label of ['<img src=x onerror=alert(1)>', '${7*7}', '{{7*7}}', '<!--?lit$1$-->']) {
        expect(parseEnumModel(java(label))?.label).to.equal(label);
      }
    });

    it('and a description, cut at 200 characters', () => {
      const model = parseEnumModel({ name: 'A', description: `\u202e${'x'.repeat(300)}` });
      expect(model?.description).to.equal('x'.repeat(200));
    });
  });

  describe('takes linear time in the length of the input', () => {
    const hostile: [string, string, unknown][] = [
      ['openings', 'EnumModel('.repeat(100_000), null],
      ['separators alone', ', label='.repeat(16_000), null],
      ['separators in a label', `EnumModel(name=A${', label='.repeat(16_000)})`, 'A'],
      ['descriptions', `EnumModel(name=A, label=${', description='.repeat(16_000)})`, 'A'],
      ['spaces', java(' '.repeat(128_000) + 'x'), 'A'],
    ];
    for (const [what, text, name] of hostile) {
      it(`for repeated ${what}`, () => {
        const before = performance.now();
        expect(parseEnumModel(text)?.name ?? null).to.equal(name);
        expect(performance.now() - before).to.be.below(100);
      });
    }
  });
});
