import { join } from 'node:path';
import ts from 'typescript';

/** The type of a member. A union is written out, so that an editor can suggest its values. */
export interface TypeText {
  readonly whole: string;
  /** The part of it that an attribute can have. */
  readonly inMarkup: string;
}

const format: ts.TypeFormatFlags =
  ts.TypeFormatFlags.NoTruncation |
  ts.TypeFormatFlags.InTypeAlias |
  ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope |
  ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;
const { StringLike, NumberLike, BooleanLike } = ts.TypeFlags;

const isPublic = (declaration: ts.Declaration) =>
  !(ts.getCombinedModifierFlags(declaration) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected));

/** The types of the public instance members of a class that `dist/index.d.ts` exports, by name. */
export function publicTypes(className: string): ReadonlyMap<string, TypeText> {
  const entry = join(import.meta.dirname, '../../dist/index.d.ts');
  const program = ts.createProgram([entry], {
    strict: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const index = source && checker.getSymbolAtLocation(source);
  const exported = index && checker.getExportsOfModule(index).find(({ name }) => name === className);
  if (!source || !exported) throw new Error(`dist/index.d.ts exports no ${className}. Run the build first.`);
  const instance = checker.getDeclaredTypeOfSymbol(
    exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported,
  );

  const text = (type: ts.Type) => checker.typeToString(type, source, format);
  const describe = (type: ts.Type): TypeText => {
    const kept = (type.isUnion() ? type.types : [type]).filter(
      ({ flags }) => flags & (StringLike | NumberLike | BooleanLike),
    );
    const isBoolean = kept.every(({ flags }) => flags & BooleanLike);
    return { whole: text(type), inMarkup: isBoolean ? 'boolean' : kept.map(text).join(' | ') };
  };
  return new Map(
    instance
      .getProperties()
      .filter(({ declarations = [] }) => declarations.every(isPublic))
      .map((member) => [member.name, describe(checker.getTypeOfSymbolAtLocation(member, source))]),
  );
}
