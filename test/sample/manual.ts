import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { membersPage } from '../../local/contract/supported';
import { MANUALS, withParts } from './manualParts';

/** Prints into `docs` what follows from constants: the manuals' tables and the list of supported members. */
for (const name of MANUALS) {
  const file = path.resolve('docs', name);
  writeFileSync(file, withParts(readFileSync(file, 'utf8')));
}
writeFileSync(path.resolve('docs', 'supported-members.md'), membersPage());
console.log(`docs: ${[...MANUALS, 'supported-members.md'].join(', ')}`);
