/**
 * Writes src/ui/villages.html: all sub-districts and villages of Indonesia as gzip in base64, which only the two
 * set-up steps read. Data: npm idn-area-data (under ODbL; see its LICENSE).
 * Run it after that package changes: `node test/sample/villages.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..', '..');
const data = join(dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json')), 'data');

/** Rows of a CSV file of that package, without its header; names may stand in quotes. */
function rows(name) {
  const [, ...lines] = readFileSync(join(data, `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => {
    const [code = '', parent = '', ...rest] = line.split(',');
    return {
      code,
      parent,
      name: rest
        .join(',')
        .replace(/^"(.*)"$/, '$1')
        .replace(/""/g, '"')
        .trim(),
    };
  });
}

/** `KABUPATEN ACEH SELATAN` → `Kabupaten Aceh Selatan`; short words that are always capitals stay so. */
function properCase(name) {
  return name
    .toLowerCase()
    .replace(/(^|[\s(/.-])(\p{L})/gu, (_all, before, letter) => before + letter.toUpperCase())
    .replace(/\b(Dki|Di)\b/g, (word) => word.toUpperCase());
}

const byParent = (list) => {
  const groups = new Map();
  for (const one of list) groups.set(one.parent, [...(groups.get(one.parent) ?? []), one]);
  return groups;
};

const districts = byParent(rows('districts'));
const villages = byParent(rows('villages'));
const lines = [];
const provinces = readFileSync(join(data, 'provinces.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
const provinceName = Object.fromEntries(provinces.map((line) => line.split(',')));
let province = '';
for (const regency of rows('regencies')) {
  const own = regency.code.slice(0, 2);
  if (own !== province) lines.push(`P${own}|${properCase(provinceName[own] ?? own)}`);
  province = own;
  lines.push(`R${regency.code}|${properCase(regency.name)}`);
  for (const district of districts.get(regency.code) ?? []) {
    lines.push(`D${district.code}|${district.name}`);
    const own = villages.get(district.code) ?? [];
    lines.push(...own.map((village) => `${village.code.slice(-4)}|${village.name}`));
  }
}
const packed = gzipSync(lines.join('\n'), { level: 9 }).toString('base64');
const note = '<!-- Villages of Indonesia from idn-area-data, Open Database License (ODbL) 1.0 -->\n';
writeFileSync(join(root, 'src/ui/villages.html'), `${note}<pre>${packed}</pre>\n`);
console.log(`${lines.length} lines, ${Math.round(packed.length / 1024)} KB`);
