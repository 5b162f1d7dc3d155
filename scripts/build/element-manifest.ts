import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type {
  Attribute,
  ClassDeclaration,
  ClassMember,
  CustomElementDeclaration,
  Declaration,
  JavaScriptModule,
  Package,
  Reference,
} from 'custom-elements-manifest';
import { publicTypes, type TypeText } from './public-types.js';

const TAG = 'enkash-vkyc-button';
const CLASS = 'EnkashVkycButton';
const folder = join(import.meta.dirname, '../../src/element');

/**
 * The custom elements manifest (schema 2.1.0), made from the JSDoc of `src/element` and the types of the built
 * declarations. It lists the class in `dist/index.js` and the tag in `dist/define.js`, as partners import them.
 *
 * @throws when the class, or the built type of a member, is not found.
 */
export function elementManifest(): Package {
  const read = create({
    modules: readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map(sourceFile),
    plugins: litPlugin(),
    context: { dev: false },
  });
  const declared = read.modules.flatMap(({ declarations = [] }) => declarations);
  const element = declared.filter(isElement).find(({ name }) => name === CLASS);
  if (!element) throw new Error(`src/element declares no ${CLASS}.`);
  const events = declared.filter(isClass).filter(({ name }) => name.endsWith('Event'));
  const declarations = [asPublished(element, publicTypes(CLASS)), ...events.map(asPublishedEvent)];
  const reference = (name: string) => ({ name, module: 'dist/index.js' });
  const index: JavaScriptModule = {
    kind: 'javascript-module',
    path: 'dist/index.js',
    declarations,
    exports: declarations.map(({ name }) => ({ kind: 'js', name, declaration: reference(name) })),
  };
  const define: JavaScriptModule = {
    kind: 'javascript-module',
    path: 'dist/define.js',
    exports: [
      { kind: 'js', name: CLASS, declaration: reference(CLASS) },
      { kind: 'custom-element-definition', name: TAG, declaration: reference(CLASS) },
    ],
  };
  return { schemaVersion: '2.1.0', readme: 'README.md', modules: [index, define] };
}

/** A source file under the name that imports use (`.js`), by which the analyzer finds base classes. */
function sourceFile(file: string) {
  const text = readFileSync(join(folder, file), 'utf8');
  const name = `src/element/${file.replace(/\.ts$/, '.js')}`;
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
}

const isClass = (declaration: Declaration): declaration is ClassDeclaration => declaration.kind === 'class';

const isElement = (declaration: Declaration): declaration is CustomElementDeclaration =>
  declaration.kind === 'class' && 'customElement' in declaration;

function asPublished(
  element: CustomElementDeclaration,
  types: ReadonlyMap<string, TypeText>,
): CustomElementDeclaration {
  const typeOf = (name: string) => {
    const type = types.get(name);
    if (!type) throw new Error(`dist/index.d.ts has no ${CLASS}.${name}. Run the build first.`);
    return type;
  };
  const asAttribute = ({ name, fieldName = name, description = '', ...rest }: Attribute): Attribute => ({
    name,
    fieldName,
    type: { text: typeOf(fieldName).inMarkup },
    description,
    ...(rest.default !== undefined && rest.default !== 'null' && { default: unquoted(rest.default) }),
  });
  const asMember = (member: ClassMember): ClassMember =>
    member.kind === 'field' && !member.static
      ? { ...member, type: { text: typeOf(member.name).whole } }
      : member;
  return {
    ...element,
    tagName: TAG,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: (element.attributes ?? []).map(asAttribute),
    members: (element.members ?? []).filter(isPublic).map(own).map(asMember),
    // an event without a name comes from a dispatchEvent() call that the analyzer cannot interpret
    events: (element.events ?? []).filter(({ name }) => name).map(own),
  };
}

function asPublishedEvent({ superclass, ...event }: ClassDeclaration): ClassDeclaration {
  const base = superclass?.name === 'Event' ? { name: 'Event', package: 'global:' } : superclass;
  return {
    ...event,
    ...(base && { superclass: base.package ? base : { name: base.name, module: 'dist/index.js' } }),
    members: (event.members ?? []).map(own),
  };
}

/** Whether partners use it: it has a description, and neither is private nor called by Lit or the browser. */
const isPublic = ({ name, privacy, description }: ClassMember) =>
  description !== undefined && (privacy ?? 'public') === 'public' && !name.endsWith('Callback');

/** Without the base class that declares it, which is internal. */
function own<Part extends { inheritedFrom?: Reference }>(part: Part): Part {
  const copy = { ...part };
  delete copy.inheritedFrom;
  return copy;
}

const unquoted = (text: string) => text.replace(/^'(.*)'$/, '$1');
