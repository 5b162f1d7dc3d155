import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { checkLink, DEFAULT_LINK_HOSTS, parseLinkHosts } from '../../src/link/check-link.js';

const SEED =
  'https://investor-onboarding-preproduction.signzy.tech/encash_preprod/6811e8e00e53e2001c75059b/1b66af3a5ac0663e0ce927a63c0aad382da284599b18e8ebd78f3fd2a97f45de1154d88c232c98fe/eMain?ns=encash_preprod';

const accepted = (link: unknown, hosts = DEFAULT_LINK_HOSTS) => checkLink(link, hosts)?.href ?? null;

describe('checkLink', () => {
  it('accepts the link in EnKash’s documentation', () => {
    expect(accepted(SEED)).to.equal(SEED);
  });

  it('accepts a domain listed with a star, and all its subdomains', () => {
    for (const link of [
      'https://signzy.tech/',
      'https://a.signzy.tech/',
      'https://a.b.c.signzy.app/x?y#z',
      'https://signzy.tech',
      'https://signzy.tech?a',
      'https://signzy.tech#a',
    ]) {
      expect(accepted(link), link).to.equal(new URL(link).href);
    }
  });

  it('accepts a host listed without a star, but no subdomains', () => {
    expect(accepted('https://vkyc.example.com/a', ['vkyc.example.com'])).not.to.equal(null);
    expect(accepted('https://a.vkyc.example.com/a', ['vkyc.example.com'])).to.equal(null);
    expect(accepted('https://example.com/a', ['vkyc.example.com'])).to.equal(null);
  });

  it('ignores the case of the host', () => {
    expect(accepted('https://Go.SIGNZY.tech/A')).to.equal('https://go.signzy.tech/A');
  });

  describe('rejects', () => {
    const refused: [string, readonly unknown[]][] = [
      [
        'what is not text',
        [null, undefined, 7, true, {}, [], [SEED], new String(SEED), { toString: () => SEED }, new URL(SEED)],
      ],
      ['empty text', ['', ' ']],
      [
        'other schemes',
        [
          'javascript:alert(1)//https://signzy.tech/',
          'data:text/html,https://signzy.tech/',
          'blob:https://signzy.tech/6811e8e0',
          'about:blank',
          'file:///signzy.tech',
          'intent://signzy.tech/#Intent;end',
          'view-source:https://signzy.tech/',
          'ws://signzy.tech/',
          'wss://signzy.tech/',
          'ftp://signzy.tech/',
          'filesystem:https://signzy.tech/temporary/a',
          'HTTPS://signzy.tech/',
        ],
      ],
      ['plain http', ['http://signzy.tech/', 'http://a.signzy.app/']],
      [
        'user-info',
        [
          'https://signzy.tech@evil.com/',
          'https://user:pw@signzy.tech/',
          'https://user@signzy.tech/',
          'https://@signzy.tech/',
          'https://:@signzy.tech/',
        ],
      ],
      [
        'backslashes',
        [
          'https://evil.com\\@signzy.tech/',
          'https:\\\\signzy.tech/',
          'https://signzy.tech\\a',
          'https:/\\signzy.tech/',
        ],
      ],
      [
        'another host that shows the name elsewhere',
        [
          'https://evil.com#.signzy.tech',
          'https://evil.com?.signzy.tech',
          'https://evil.com/.signzy.tech',
          'https://evilsignzy.tech/',
          'https://signzy.tech.evil.com/',
          'https://signzy.technology/',
          'https://tech/',
        ],
      ],
      [
        'a scheme without exactly two slashes',
        ['//signzy.tech', 'https:signzy.tech', 'https:/signzy.tech', 'https:///signzy.tech/', 'signzy.tech'],
      ],
      ['a port', ['https://signzy.tech:8443/', 'https://signzy.tech:443/', 'https://signzy.tech:/']],
      ['a trailing dot', ['https://signzy.tech./', 'https://a.signzy.tech./a']],
      ['an empty label', ['https://.signzy.tech/', 'https://a..signzy.tech/']],
      [
        'look-alike and encoded names',
        [
          'https://sіgnzy.tech/',
          'https://xn--sgnzy-n2e.tech/',
          'https://signzy%2etech/',
          'https://%73ignzy.tech/',
          'https://signzy。tech/',
          'https://ｓignzy.tech/',
        ],
      ],
      [
        'addresses',
        [
          'https://0x7f.1/',
          'https://2130706433/',
          'https://127.0.0.1/',
          'https://[::1]/',
          'https://localhost/',
          'https://169.254.169.254/',
          'https://[::ffff:7f00:1]/',
        ],
      ],
      [
        'what is not printable ASCII',
        [
          'https://signzy.tech/\u202egnp.exe',
          'https://signzy.tech/a b',
          'https://signzy.tech/\n',
          'https://signzy.tech/\t',
          'https://signzy.tech/\u0000',
          'https://signzy.tech/é',
          ` ${SEED}`,
          `${SEED}\n`,
          'ht\ntps://signzy.tech/',
        ],
      ],
      ['over 2,048 characters', [`https://signzy.tech/${'a'.repeat(3000)}`]],
      ['what no URL parser takes', ['https://', 'https://%', 'https://signzy.tech:99999/', 'https://[/']],
    ];
    for (const [what, links] of refused) {
      it(what, () => {
        for (const link of links) expect(accepted(link), String(link)).to.equal(null);
      });
    }

    it('an IP address, even if it is listed', () => {
      expect(accepted('https://10.0.0.1/', ['10.0.0.1', '*.0.1'])).to.equal(null);
      expect(accepted('https://10.0.0.10/', ['10.0.0.10', '*.0.10'])).to.equal(null);
      expect(accepted('https://[fe80::1]/', ['[fe80::1]'])).to.equal(null);
    });

    it('everything if no host is listed', () => {
      expect(accepted(SEED, [])).to.equal(null);
    });
  });

  it('accepts at most 2,048 characters', () => {
    const link = `https://signzy.tech/${'a'.repeat(2048 - 20)}`;
    expect(accepted(link)).to.equal(link);
    expect(accepted(`${link}a`)).to.equal(null);
  });

  describe('with a loopback host listed by name', () => {
    it('accepts http and any port on that host', () => {
      for (const [link, host] of [
        ['http://localhost:5173/a', 'localhost'],
        ['http://localhost/a', 'localhost'],
        ['https://localhost:8443/a', 'localhost'],
        ['http://127.0.0.1:80/a', '127.0.0.1'],
        ['http://[::1]:3000/a', '[::1]'],
      ] as const) {
        expect(accepted(link, [host]), link).to.equal(new URL(link).href);
      }
    });

    it('rejects other loopback hosts, other spellings of it, and user info', () => {
      for (const link of [
        'http://127.0.0.1:5173/',
        'http://0x7f.1/',
        'http://a.localhost/',
        'http://localhost./',
        'http://user@localhost/',
        'http://localhost:1@evil.com/',
        'http://localhost@evil.com:80/',
        'http://evil.com/',
        'ftp://localhost/',
        'ws://localhost:5173/',
      ]) {
        expect(accepted(link, ['localhost']), link).to.equal(null);
      }
      expect(accepted('http://0x7f.1/', ['127.0.0.1'])).to.equal(null);
      expect(accepted('http://2130706433/', ['127.0.0.1'])).to.equal(null);
    });

    it('requires https without a port on other hosts', () => {
      expect(accepted('http://signzy.tech/', ['localhost', '*.signzy.tech'])).to.equal(null);
      expect(accepted('https://signzy.tech:444/', ['localhost', '*.signzy.tech'])).to.equal(null);
    });
  });

  it('accepts none of 50,000 mutated links that lead to another host', function () {
    this.timeout(60_000);
    const scrap = fc.constantFrom(
      ...[
        'https://',
        'http://',
        'signzy.tech',
        'a.',
        'evil.com',
        '@',
        ':',
        '/',
        '\\',
        '?',
        '#',
        '.',
        '%2e',
        '[',
        ']',
      ],
      ...[
        '*',
        '0',
        '443',
        ':443',
        'xn--',
        '\t',
        '\u202e',
        '\u3002',
        'ſ',
        'javascript:',
        'localhost',
        '127.0.0.1',
        '//',
      ],
    );
    const tail = fc.array(scrap, { maxLength: 7 }).map((scraps) => scraps.join(''));
    const mangled = fc.oneof(
      tail,
      tail.map((text) => `https://${text}`),
      tail.map((text) => `https://signzy.tech${text}`),
      tail.map((text) => `https://${text}signzy.tech/`),
    );
    let passed = 0;
    fc.assert(
      fc.property(mangled, (link) => {
        const url = checkLink(link, ['*.signzy.tech']);
        if (!url) return;
        passed += 1;
        // Read by a different hand: an anchor, as the browser navigates by it.
        const anchor = document.createElement('a');
        anchor.href = link;
        expect(anchor.href).to.equal(url.href);
        expect(anchor.protocol).to.equal('https:');
        expect(`.${anchor.hostname}`.endsWith('.signzy.tech')).to.equal(true);
        expect(anchor.port + anchor.username + anchor.password).to.equal('');
      }),
      { numRuns: 50_000 },
    );
    expect(passed).to.be.above(500);
  });
});

describe('parseLinkHosts', () => {
  it('parses hosts separated by spaces, commas or both, in any case', () => {
    expect(parseLinkHosts(' vkyc.example.com,*.Example.IN\n*.signzy.tech , localhost ')).to.deep.equal({
      hosts: ['vkyc.example.com', '*.example.in', '*.signzy.tech', 'localhost'],
      faults: [],
    });
  });

  it('accepts the three loopback hosts by name', () => {
    const { hosts, faults } = parseLinkHosts('localhost 127.0.0.1 [::1]');
    expect(hosts).to.deep.equal(['localhost', '127.0.0.1', '[::1]']);
    expect(faults).to.deep.equal([]);
  });

  it('returns the default hosts, without a fault, if nothing is set', () => {
    for (const nothing of ['', ' , ', null, undefined]) {
      expect(parseLinkHosts(nothing)).to.deep.equal({ hosts: DEFAULT_LINK_HOSTS, faults: [] });
    }
  });

  for (const invalid of [
    '*',
    '*.',
    '*.com',
    '*.in',
    'com',
    '*.co.in',
    'co.uk',
    '*.com.au',
    'https://signzy.tech',
    'signzy.tech/path',
    'signzy.tech:443',
    'localhost:5173',
    'user@signzy.tech',
    '.signzy.tech',
    'signzy.tech.',
    'a..b.com',
    'a.*.com',
    '**.signzy.tech',
    'sіgnzy.tech',
    '10.0.0.1',
    '10.0.0.10',
    '*.0.0.1',
    '*.localhost',
    '[::2]',
    'intranet',
    '"signzy.tech"',
  ]) {
    it(`reports “${invalid}” as a fault, and falls back to the default hosts`, () => {
      const { hosts, faults } = parseLinkHosts(invalid);
      expect(hosts).to.equal(DEFAULT_LINK_HOSTS);
      expect(faults).to.deep.equal([invalid]);
    });
  }

  it('accepts a domain whose last label only starts with a digit', () => {
    const { hosts, faults } = parseLinkHosts('*.example.9k');
    expect([hosts, faults]).to.deep.equal([['*.example.9k'], []]);
  });

  it('takes for a public suffix only a whole domain', () => {
    const { hosts, faults } = parseLinkHosts('*.example.co.in *.bank.disco.in *.co.inc');
    expect([hosts, faults]).to.deep.equal([['*.example.co.in', '*.bank.disco.in', '*.co.inc'], []]);
  });

  it('keeps valid hosts next to an invalid one', () => {
    const { hosts, faults } = parseLinkHosts('*.example.com https://x.example.org');
    expect(hosts).to.deep.equal(['*.example.com']);
    expect(faults).to.deep.equal(['https://x.example.org']);
  });
});
