import { INTEGRITY, SCRIPT, tag } from '../../support/doctor/page.js';
import { testRule } from '../../support/doctor/rule-table.js';

const SRC = '/assets/enkash-vkyc-button.js';
const module = (src: string) => `<script type="module" src="${src}"></script>`;
const inline = (code: string) => `<script type="module">${code}</script>`;

testRule('script-type', [
  ['pass', 'a module', {}],
  ['pass', 'upper case', { script: `<SCRIPT TYPE="MODULE" SRC="${SRC}"></SCRIPT>` }],
  ['pass', 'no quotes', { script: `<script type=module src=${SRC}></script>` }],
  ['pass', 'single quotes and spaces', { script: `<script\n type = 'module'\n src = '${SRC}' ></script >` }],
  ['pass', 'another script is classic', { script: SCRIPT + '<script src="/jquery.js"></script>' }],
  ['pass', 'no script at all', { script: '' }],
  ['fail', 'no type', { script: `<script src="${SRC}"></script>` }],
  ['fail', 'defer instead', { script: `<script defer src="${SRC}"></script>` }],
  ['fail', 'an empty type', { script: `<script type="" src="${SRC}"></script>` }],
  ['fail', 'text/javascript', { script: `<script type="text/javascript" src="${SRC}"></script>` }],
  [
    'fail',
    'a type that a consent manager waits for',
    { script: `<script type="text/plain" src="${SRC}"></script>` },
  ],
  [
    'fail',
    'a package CDN',
    { script: '<script src="https://cdn.jsdelivr.net/npm/enkash-vkyc-button@1"></script>' },
  ],
  [
    'fail',
    'a hash in the name of the file',
    { script: '<script src="/a/enkash-vkyc-button-4f2a.min.js"></script>' },
  ],
  ['fail', 'a query after the name', { script: `<script src="${SRC}?v=2"></script>` }],
  [
    'pass',
    'only a file of texts is classic',
    { script: SCRIPT + '<script src="/enkash-vkyc-button/locales/hi.js"></script>' },
  ],
]);

testRule('script-missing', [
  ['pass', 'the file for script tags', {}],
  ['pass', 'a script before the tag is added by code', { body: '<div id="root"></div>' }],
  ['pass', 'an inline import', { script: inline(`import '/vkyc/enkash-vkyc-button.js'`) }],
  [
    'pass',
    'an inline import of the package',
    { script: inline(`import { VkycButton } from "enkash-vkyc-button/react"`) },
  ],
  ['pass', 'an inline import()', { script: inline(`await import('./enkash-vkyc-button.js');`) }],
  [
    'pass',
    'an import map',
    {
      script: `<script type="importmap">{"imports":{"vkyc/":"/m/enkash-vkyc-button/"}}</script>${inline(`import 'vkyc/define.js'`)}`,
    },
  ],
  ['skipped', 'a bundle', { script: module('/assets/index-Bx8.js') }],
  ['skipped', 'a classic bundle', { script: '<script defer src="/main.js"></script>' }],
  ['skipped', 'an inline script', { script: inline('start()') }],
  ['skipped', 'neither tag nor script', { script: '', body: '<p>Hello</p>' }],
  ['fail', 'the tag alone', { script: '' }],
  ['fail', 'the script in a comment', { script: `<!-- ${SCRIPT} -->` }],
  ['fail', 'the script in a noscript', { script: '', body: `${tag()}<noscript>${SCRIPT}</noscript>` }],
  ['fail', 'the script in a template', { script: '', body: `${tag()}<template>${SCRIPT}</template>` }],
  ['fail', 'the script in a textarea', { script: '', body: `${tag()}<textarea>${SCRIPT}</textarea>` }],
  [
    'fail',
    'only data',
    { script: '<script type="application/ld+json">{"a":"import \'enkash-vkyc-button\'"}</script>' },
  ],
  ['fail', 'only the texts of a language', { script: module('/vkyc/locales/hi.js') }],
  [
    'skipped',
    'an import that is commented out',
    { script: inline(`// import 'enkash-vkyc-button/define.js'\nstart()`) },
  ],
  ['skipped', 'the tag in a comment only', { script: '', body: `<!-- ${tag()} -->` }],
  ['skipped', 'the tag in a template only', { script: '', body: `<template>${tag()}</template>` }],
  [
    'fail',
    'the tag in a declarative shadow root',
    { script: '', body: `<my-app><template shadowrootmode="open">${tag()}</template></my-app>` },
  ],
  ['fail', 'the tag in upper case', { script: '', body: '<ENKASH-VKYC-BUTTON></ENKASH-VKYC-BUTTON>' }],
]);

testRule('script-twice', [
  ['pass', 'one script', {}],
  ['pass', 'the same address twice: a module runs once', { script: module(SRC) + module(SRC) }],
  ['pass', 'the same address, once absolute', { script: module(SRC) + module(`https://shop.example${SRC}`) }],
  [
    'pass',
    'several modules of one package',
    { script: module('/p/enkash-vkyc-button/define.js') + module('/p/enkash-vkyc-button/react.js') },
  ],
  [
    'pass',
    'a script and the texts of languages',
    {
      script:
        module('/vkyc/enkash-vkyc-button.js') +
        module('/vkyc/locales/hi.js') +
        module('/npm/enkash-vkyc-button@1/dist/cdn/locales/ta.js'),
    },
  ],
  [
    'pass',
    'a second one in a template',
    { body: `${tag()}<template>${module('/other/enkash-vkyc-button.js')}</template>` },
  ],
  [
    'fail',
    'two versions',
    { script: module('/vkyc/1.0.0/enkash-vkyc-button.js') + module('/vkyc/1.1.0/enkash-vkyc-button.js') },
  ],
  ['fail', 'two queries', { script: module(`${SRC}?v=1`) + module(`${SRC}?v=2`) }],
  [
    'fail',
    'a script tag and an import',
    { script: SCRIPT + inline(`import 'enkash-vkyc-button/define.js'`) },
  ],
  ['fail', 'two origins', { script: module(SRC) + module(`https://cdn.example${SRC}`) }],
  [
    'fail',
    'the second one after a base',
    { script: `<base href="/app/">${module('enkash-vkyc-button.js')}${module('/enkash-vkyc-button.js')}` },
  ],
]);

const foreign = (attributes = '') =>
  `<script type="module" src="https://cdn.example${SRC}" ${attributes}></script>`;

testRule('integrity', [
  ['pass', 'a hash', {}],
  ['pass', "the page's own file without one", { script: module(SRC) }],
  [
    'pass',
    'another origin with a hash',
    { script: foreign(`integrity="${INTEGRITY}" crossorigin="anonymous"`) },
  ],
  ['pass', 'two hashes', { script: foreign(`integrity="sha256-${'a'.repeat(43)}= ${INTEGRITY}"`) }],
  ['pass', 'no script tag', { script: inline(`import 'enkash-vkyc-button/define.js'`) }],
  ['fail', 'another origin without one', { script: foreign() }],
  [
    'fail',
    'another port without one',
    { script: `<script type="module" src="https://shop.example:8443${SRC}"></script>` },
  ],
  [
    'fail',
    'a base of another origin',
    {
      script: '<base href="https://cdn.example/"><script type="module" src="enkash-vkyc-button.js"></script>',
    },
  ],
  [
    'fail',
    'the placeholder of the documentation',
    { script: `<script type="module" src="${SRC}" integrity="sha384-…"></script>` },
  ],
  ['fail', 'an empty one', { script: `<script type="module" src="${SRC}" integrity=""></script>` }],
  [
    'fail',
    'a hash that is cut',
    { script: `<script type="module" src="${SRC}" integrity="sha384-PLANTED"></script>` },
  ],
  [
    'fail',
    'a hash of an unknown kind',
    { script: `<script type="module" src="${SRC}" integrity="md5-${'a'.repeat(24)}"></script>` },
  ],
]);

const preload = (attributes: string) =>
  `<link rel="modulepreload" href="/assets/vkyc/1.2.3/enkash-vkyc-button.js" ${attributes}>`;
const OTHER = `sha384-${'Zz9/'.repeat(16)}`;

testRule('modulepreload-integrity', [
  ['pass', 'no preload', {}],
  ['pass', 'the same integrity', { head: preload(`integrity="${INTEGRITY}"`) }],
  [
    'pass',
    'neither has one',
    { head: preload(''), script: module('/assets/vkyc/1.2.3/enkash-vkyc-button.js') },
  ],
  ['pass', 'a preload of another file', { head: '<link rel="modulepreload" href="/assets/index.js">' }],
  [
    'pass',
    'a preload of another kind',
    { head: '<link rel="preconnect" href="/assets/vkyc/1.2.3/enkash-vkyc-button.js">' },
  ],
  ['fail', 'the preload has none', { head: preload('') }],
  [
    'fail',
    'upper case',
    { head: '<LINK REL="ModulePreload" HREF="/assets/vkyc/1.2.3/enkash-vkyc-button.js">' },
  ],
  [
    'fail',
    'the script has none',
    { head: preload(`integrity="${INTEGRITY}"`), script: module('/assets/vkyc/1.2.3/enkash-vkyc-button.js') },
  ],
  ['fail', 'another integrity', { head: preload(`integrity="${OTHER}"`) }],
  [
    'fail',
    'a preload in a Link header',
    {
      headers: {
        link: '</a.css>; rel=preload; as=style, </assets/vkyc/1.2.3/enkash-vkyc-button.js>; rel=modulepreload',
      },
    },
  ],
  [
    'pass',
    'the same integrity in a Link header',
    {
      headers: {
        link: `</assets/vkyc/1.2.3/enkash-vkyc-button.js>; rel="modulepreload"; integrity="${INTEGRITY}"`,
      },
    },
  ],
]);
