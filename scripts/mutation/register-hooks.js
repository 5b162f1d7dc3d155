/**
 * Lets the browser tests of pure modules run in Node: TypeScript through tsx, and modules that the tests import replaced
 * by those that need no document.
 */
import { register } from 'node:module';
import 'tsx';

register('./resolve-testing.js', import.meta.url);
