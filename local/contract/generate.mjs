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
const services = join(here, '../services');
/** Declarations that the published types lack stand beside the services that have them. */
const additions = readdirSync(services, { recursive: true })
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => join(services, name));
const files = readdirSync(typesFolder)
  .filter((name) => name.endsWith('.d.ts') && name !== 'index.d.ts')
  .map((name) => join(typesFolder, name))
  .concat(join(typesFolder, 'apis/drive_v3.d.ts'), additions);
const program = ts.createProgram(files, { noLib: false, lib: ['lib.es2020.d.ts'], types: [], strict: true });
const checker = program.getTypeChecker();
const schema = { globals: {}, advanced: {}, enums: {}, classes: {} };

const qualified = (symbol) => checker.getFullyQualifiedName(symbol).replace(/^GoogleAppsScript\./, '');

/** Methods make a class; an interface of properties alone is plain data; an empty one is a class that only is. */
function isClass(type) {
  const name = type.symbol ? qualified(type.symbol) : '';
  if (!type.symbol || !name.includes('.') || name === 'Base.Date') return false;
  const properties = type.getProperties();
  if (properties.length === 0) return (type.symbol.flags & ts.SymbolFlags.Interface) !== 0;
  return properties.some((property) => (property.flags & ts.SymbolFlags.Method) !== 0);
}

/** One type as a word of the schema: string, number, boolean, Date, object, function, any, @Class, #Enum, T[], A|B. */
function word(type) {
  const { TypeFlags } = ts;
  if (type.flags & (TypeFlags.Any | TypeFlags.Unknown)) return 'any';
  if (type.flags & TypeFlags.EnumLike && type.symbol) {
    const isMember = (type.symbol.flags & ts.SymbolFlags.EnumMember) !== 0;
    return `#${qualified(type.symbol).replace(isMember ? /\.\w+$/ : '', '')}`;
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
  return isClass(type) || isEmpty(type, name) ? `@${name}` : 'object';
}

/** Interfaces without members (`Forms.TextValidation`, `Card_Service.Widget`) stand for objects of Google too. */
function isEmpty(type, name) {
  if (!type.symbol || !(type.symbol.flags & ts.SymbolFlags.Interface) || !name.includes('.')) return false;
  return type.getProperties().length === 0 && checker.getIndexInfosOfType(type).length === 0;
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
    else if (
      ts.isPropertySignature(declaration) &&
      declaration.type &&
      ts.isTypeQueryNode(declaration.type)
    ) {
      entry.enums[property.name] = qualified(own.symbol);
    }
  }
  const empty = Object.keys(entry.members).length === 0 && Object.keys(entry.enums).length === 0;
  if (empty && !isClass(type)) return;
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
    const name = qualified(checker.getSymbolAtLocation(node.name));
    const keys = node.members.map((each) => each.name.getText());
    schema.enums[name] = [...(schema.enums[name] ?? []), ...keys];
  } else if (ts.isVariableStatement(node)) {
    for (const each of node.declarationList.declarations) readGlobal(each);
  }
}

function readGlobal(declaration) {
  const text = declaration.type?.getText() ?? '';
  const match = /^GoogleAppsScript\.([\w.]+)$/.exec(text);
  if (match) schema.globals[declaration.name.getText()] = match[1];
}

/** The advanced Drive service: a global whose fields are collections of methods. */
function readAdvanced(node) {
  const isDrive = ts.isInterfaceDeclaration(node) && node.name.text === 'Drive';
  if (isDrive && qualified(checker.getSymbolAtLocation(node.name)).split('.').length === 1) {
    const parts = {};
    for (const property of checker
      .getDeclaredTypeOfSymbol(checker.getSymbolAtLocation(node.name))
      .getProperties()) {
      const type = checker.getTypeOfSymbolAtLocation(property, property.valueDeclaration);
      if (!type.symbol || !qualified(type.symbol).includes('Collection')) continue;
      parts[property.name] = qualified(type.symbol);
      readInterface(qualified(type.symbol), type);
    }
    schema.advanced.Drive = parts;
  }
  ts.forEachChild(node, readAdvanced);
}

for (const source of program.getSourceFiles()) {
  if (source.fileName.endsWith('apis/drive_v3.d.ts')) readAdvanced(source);
  else if (source.fileName.includes('@types/google-apps-script/') || files.includes(source.fileName))
    visit(source);
}
// Date2, Charset and their like are declared for the compiler's sake: no script sees them.
const real = (name, gas) => schema.classes[gas] !== undefined && !/^Date2$/.test(name);
schema.globals = Object.fromEntries(Object.entries(schema.globals).filter(([name, gas]) => real(name, gas)));
for (const name of Object.keys(schema.classes))
  if (/^(Base\.Date|Events\.)/.test(name)) delete schema.classes[name];
const lines = (record) =>
  Object.keys(record)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(record[key])}`)
    .join(',\n');
const text = `{"globals":{\n${lines(schema.globals)}\n},\n"advanced":{\n${lines(schema.advanced)}\n},\n"enums":{\n${lines(schema.enums)}\n},\n"classes":{\n${lines(schema.classes)}\n}}\n`;
writeFileSync(join(here, 'schema.json'), text);
console.log(`${Object.keys(schema.classes).length} classes, ${(text.length / 1024).toFixed(0)} KB`);
