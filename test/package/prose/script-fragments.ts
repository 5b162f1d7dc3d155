import ts from 'typescript';
import { blank, lineAt, type Fragment, type Kind } from './fragment.js';

const SUITES = new Set(['describe', 'it', 'test', 'suite', 'context', 'before', 'after']);

/** The comments, declared names, test titles, messages and codes of a TypeScript or JavaScript file. */
export function scriptFragments(path: string, text: string): Fragment[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, scriptKind(path));
  const fragments: Fragment[] = [];
  const add = (kind: Kind, from: number, content: string) => {
    if (content.trim() !== '') fragments.push({ kind, text: content, line: lineAt(text, from) });
  };

  const visit = (node: ts.Node) => {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
      if (isDeclared(node)) add('name', node.getStart(source), node.text);
    } else if (ts.isJsxText(node)) {
      add('message', node.getStart(source), node.text);
    } else if (isText(node) && !isModulePath(node)) {
      // the raw text keeps the lines; the escape of a line break would glue two words together
      const raw = node
        .getText(source)
        .replace(/^[`'"}]|(?:[`'"]|\$\{)$/g, ' ')
        .replace(/\\[nrt]/g, '  ');
      add(
        isTitle(node) ? 'test' : /\s/.test(node.text.trim()) ? 'message' : 'code',
        node.getStart(source),
        raw,
      );
    }
    const children = node.getChildren(source).filter((child) => !ts.isJSDoc(child));
    // the text between two tokens is spaces and comments
    if (children.length === 0)
      add('comment', node.pos, commentsIn(text.slice(node.pos, node.getStart(source))));
    else children.forEach(visit);
  };
  visit(source);
  return fragments;
}

function scriptKind(path: string): ts.ScriptKind {
  if (path.endsWith('.tsx')) return ts.ScriptKind.TSX;
  return /\.(m|c)?jsx?$/.test(path) ? ts.ScriptKind.JSX : ts.ScriptKind.TS;
}

/** The words of comments, without their marks. */
function commentsIn(trivia: string): string {
  if (trivia.startsWith('#!')) return commentsIn(trivia.replace(/^.*/, blank));
  return trivia.replace(/^[ \t]*\*(?!\/)|\/\*+|\*\/|\/\/+/gm, blank);
}

type TextNode = ts.StringLiteral | ts.TemplateLiteralLikeNode;

const isText = (node: ts.Node): node is TextNode =>
  ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node);

const isModulePath = ({ parent }: ts.Node): boolean =>
  ts.isImportDeclaration(parent) ||
  ts.isExportDeclaration(parent) ||
  ts.isExternalModuleReference(parent) ||
  ts.isModuleDeclaration(parent) ||
  (ts.isLiteralTypeNode(parent) && ts.isImportTypeNode(parent.parent)) ||
  (ts.isCallExpression(parent) && parent.expression.kind === ts.SyntaxKind.ImportKeyword);

function isTitle(node: TextNode): boolean {
  const holder = ts.isTemplateSpan(node.parent) ? node.parent.parent : node;
  const call = ts.isTemplateExpression(holder.parent) ? holder.parent.parent : holder.parent;
  return ts.isCallExpression(call) && ts.isIdentifier(call.expression) && SUITES.has(call.expression.text);
}

/** Whether a name is introduced here; a name that is only used here is reported where it comes from. */
function isDeclared(node: ts.Identifier | ts.PrivateIdentifier): boolean {
  const { parent } = node;
  if (
    ts.isPropertyAccessExpression(parent) ||
    ts.isMetaProperty(parent) ||
    ts.isJsxAttribute(parent) ||
    ts.isShorthandPropertyAssignment(parent)
  )
    return false;
  const isTakenOver =
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    (ts.isBindingElement(parent) && ts.isObjectBindingPattern(parent.parent) && !parent.dotDotDotToken);
  if (isTakenOver && parent.propertyName === undefined) return false;
  return 'name' in parent && parent.name === node;
}
