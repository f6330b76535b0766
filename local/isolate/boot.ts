import { bootRun } from './bootRun';
import { bootStubs, type StubTable } from './bootStubs';
import { bootValues } from './bootValues';
import { bootWorld } from './bootWorld';

const quoted = (text: string): string => JSON.stringify(text);

/** Methods as a literal: V8 makes two hundred closures of it in microseconds, and parses none before it is called. */
function classText(members: string): string {
  const methods = members
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => `${quoted(name)}(...a) { return call(this, ${quoted(name)}, a); }`);
  return `(call) => ({ ${methods.join(', ')} })`;
}

function tableText({ classes, ...rest }: StubTable): string {
  const makers = Object.entries(classes).map(([gas, members]) => `${quoted(gas)}: ${classText(members)}`);
  const fields = Object.entries(rest).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${fields.join(',\n')},\nclasses: {\n${makers.join(',\n')}\n} }`;
}

/**
 * The text that makes a bare context an Apps Script one: a function of the driver's hooks and a seed, which gives
 * an `IsolateRun`. Text, because everything a script can reach has to be born in its own realm; the parts are
 * ordinary functions that use nothing from outside themselves.
 */
export function bootSource(table: StubTable): string {
  return `(function (hooks, seed) {
'use strict';
const __name = (made) => made;
const scope = globalThis;
const values = (${bootValues.toString()})();
(${bootStubs.toString()})(scope, values, ${tableText(table)}, hooks);
(${bootWorld.toString()})(scope, hooks, seed);
return (${bootRun.toString()})(scope, values, hooks);
})`;
}
