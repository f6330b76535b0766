import { bootRun } from './bootRun';
import { bootStubs } from './bootStubs';
import { bootValues } from './bootValues';
import { bootWorld } from './bootWorld';

/**
 * The text that makes a bare context an Apps Script one: a function of the driver's hooks, the stub table as
 * JSON and a seed, which gives an `IsolateRun`. Text, because everything a script can reach has to be born in
 * its own realm; the parts are ordinary functions that use nothing from outside themselves.
 */
export function bootSource(): string {
  return `(function (hooks, tableText, seed) {
'use strict';
const __name = (made) => made;
const scope = globalThis;
const values = (${bootValues.toString()})();
(${bootStubs.toString()})(scope, values, JSON.parse(tableText), hooks);
(${bootWorld.toString()})(scope, hooks, seed);
return (${bootRun.toString()})(scope, values, hooks);
})`;
}
