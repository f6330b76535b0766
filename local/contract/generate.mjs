/**
 * Reads @types/google-apps-script with TypeScript's checker and writes schema.json: what exists on Google, in
 * a form that a run can load without TypeScript. Run it again when the types' version changes.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const here = dirname(fileURLToPath(import.meta.url));
const typesFolder = join(here, '../../node_modules/@types/google-apps-script');
const files = readdirSync(typesFolder)
  .filter((name) => name.endsWith('.d.ts') && name !== 'index.d.ts')
  .map((name) => join(typesFolder, name));
const program = ts.createProgram(files, { noLib: false, lib: ['lib.es2020.d.ts'], types: [], strict: true });
const checker = program.getTypeChecker();
const schema = { globals: {}, enums: {}, classes: {} };

const qualified = (symbol) => checker.getFullyQualifiedName(symbol).replace(/^GoogleAppsScript\./, '');

/** Methods make a class; an interface of properties alone is plain data. */
function isClass(type) {
  const name = type.symbol ? qualified(type.symbol) : '';
  if (!type.symbol || !name.includes('.') || name === 'Base.Date') return false;
  return type
    .getProperties()
    .some((property) => (property.flags & ts.SymbolFlags.Method) !== 0 || property.flags === ts.SymbolFlags.Method);
}

/** One type as a word of the schema: string, number, boolean, Date, object, function, any, @Class, #Enum, T[], A|B. */
function word(type) {
  const { TypeFlags } = ts;
  if (type.flags & (TypeFlags.Any | TypeFlags.Unknown)) return 'any';
  if (type.flags & TypeFlags.EnumLike && type.symbol) {
    const parent = type.flags & TypeFlags.EnumLiteral && type.symbol.parent?.flags & ts.SymbolFlags.Enum;
    return `#${qualified(parent ? type.symbol.parent : type.symbol)}`;
  }
  if (type.flags & (TypeFlags.StringLike | TypeFlags.TemplateLiteral)) return 'string';
  if (type.flags & TypeFlags.NumberLike) return 'number';
  if (type.flags & TypeFlags.BooleanLike) return 'boolean';
  if (type.flags & (TypeFlags.Null | TypeFlags.Undefined | TypeFlags.Void)) return 'null';
  if (type.isUnion()) return [...new Set(type.types.map(word))].join('|');
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const inner = word(checker.getTypeArguments(type)[0]);
    return inner.includes('|') ? `(${inner})[]` : `${inner}[]`;
  }
  const name = type.symbol ? qualified(type.symbol) : '';
  if (name === 'Base.Date' || name === 'Date') return 'Date';
  if (type.getCallSignatures().length > 0) return 'function';
  return isClass(type) ? `@${name}` : 'object';
}

function overload(signature) {
  return signature.parameters.map((parameter) => {
    const declaration = parameter.valueDeclaration;
    const type = checker.getTypeOfSymbolAtLocation(parameter, declaration);
    if (declaration.dotDotDotToken) {
      return `...${parameter.name}:${word(checker.getTypeArguments(type)[0] ?? checker.getAnyType())}`;
    }
    const optional = declaration.questionToken ? '?' : '';
    const words = word(type).split('|');
    const kept = optional ? words.filter((each) => each !== 'null') : words;
    return `${parameter.name}${optional}:${kept.join('|')}`;
  });
}

function readInterface(name, type) {
  const entry = { members: {}, enums: {} };
  for (const property of type.getProperties()) {
    const declaration = property.valueDeclaration ?? property.declarations?.[0];
    if (!declaration) continue;
    const own = checker.getTypeOfSymbolAtLocation(property, declaration);
    const signatures = own.getCallSignatures();
    if (signatures.length > 0) entry.members[property.name] = signatures.map(overload);
    else if (ts.isPropertySignature(declaration) && declaration.type && ts.isTypeQueryNode(declaration.type)) {
      entry.enums[property.name] = qualified(own.symbol);
    }
  }
  if (Object.keys(entry.members).length === 0 && Object.keys(entry.enums).length === 0) return;
  if (Object.keys(entry.enums).length === 0) delete entry.enums;
  schema.classes[name] = entry;
}

function visit(node) {
  if (ts.isModuleDeclaration(node) && node.body) ts.forEachChild(node.body, visit);
  else if (ts.isModuleBlock(node) || ts.isSourceFile(node)) ts.forEachChild(node, visit);
  else if (ts.isInterfaceDeclaration(node)) {
    const symbol = checker.getSymbolAtLocation(node.name);
    if (symbol && qualified(symbol).includes('.')) {
      readInterface(qualified(symbol), checker.getDeclaredTypeOfSymbol(symbol));
    }
  } else if (ts.isEnumDeclaration(node)) {
    schema.enums[qualified(checker.getSymbolAtLocation(node.name))] = node.members.map((each) =>
      each.name.getText(),
    );
  } else if (ts.isVariableStatement(node)) {
    for (const each of node.declarationList.declarations) readGlobal(each);
  }
}

function readGlobal(declaration) {
  const text = declaration.type?.getText() ?? '';
  const match = /^GoogleAppsScript\.([\w.]+)$/.exec(text);
  if (match) schema.globals[declaration.name.getText()] = match[1];
}

for (const source of program.getSourceFiles()) {
  if (source.fileName.includes('@types/google-apps-script/')) visit(source);
}
// Date2, Charset and their like are declared for the compiler's sake: no script sees them.
const real = (name, gas) => schema.classes[gas] !== undefined && !/^Date2$/.test(name);
schema.globals = Object.fromEntries(Object.entries(schema.globals).filter(([name, gas]) => real(name, gas)));
for (const name of Object.keys(schema.classes)) if (/^(Base\.Date|Events\.)/.test(name)) delete schema.classes[name];
const lines = (record) =>
  Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(record[key])}`)
    .join(',\n');
const text = `{"globals":{\n${lines(schema.globals)}\n},\n"enums":{\n${lines(schema.enums)}\n},\n"classes":{\n${lines(schema.classes)}\n}}\n`;
writeFileSync(join(here, 'schema.json'), text);
console.log(`${Object.keys(schema.classes).length} classes, ${(text.length / 1024).toFixed(0)} KB`);
