const path = require('node:path');
const esbuild = require('esbuild');

/**
 * Properties that get short names in the built file, which saves some twelve kilobytes: their objects live in memory
 * only. None is stored (settings, registry, Indeks, properties), sent to a page, or Google's. Asking for one by a
 * text would miss it.
 */
const IN_MEMORY =
  'registry catalogue headerRow frozenColumns frozenRows shortTitle today interrupted broken sentOn dataTab dateQuestion ' +
  'branchOn sameWhen columnFormat placing desk shelf headTouched refolded reasonRequired monthCell linkColumn isPersonal ' +
  'totalRow activityKinds everyVillage unnumbered cellLists intakes loadHeads countOf recount recountIn countIn redraw ' +
  'afterwards knowEmpty hasMessages writeDecisions keepRow passingName collectAddresses helpText leadsTo context columns ' +
  'protection layout normalised severity addresses maximum prefill manual version frequency words facts ' +
  'counts header declaration memory touched snapshots book rule tone looks editable sameMonth validation strength holds ' +
  'submissions submission answers changes expected chores';

/**
 * Loader of the entry: joins all modules into one before webpack sees it, with constants put where they are used,
 * which webpack cannot; what is left is some seven kilobytes smaller. Entry points stay `export function`, since only
 * those get a stub.
 */
module.exports = function bundle() {
  const done = this.async();
  esbuild
    .build({
      entryPoints: [this.resourcePath],
      bundle: true,
      minifySyntax: true,
      mangleProps: new RegExp(`^(${IN_MEMORY.split(' ').join('|')})$`),
      write: false,
      metafile: true,
      format: 'esm',
      charset: 'utf8',
      target: this.getOptions().target,
      logLevel: 'silent',
    })
    .then(({ outputFiles: [file], metafile }) => {
      for (const input of Object.keys(metafile.inputs)) this.addDependency(path.resolve(input));
      const clause = /export\s*\{([^}]*)\};?\s*$/.exec(file.text);
      const names = clause[1].split(',').map((name) => name.trim());
      const renamed = names.filter((name) => !/^\w+$/.test(name));
      if (renamed.length > 0)
        throw new Error(`Entry points share their name with something else: ${renamed.join(', ')}`);
      const code = names.reduce(
        (text, name) => text.replace(new RegExp(`^function ${name}\\(`, 'm'), `export function ${name}(`),
        file.text.slice(0, clause.index),
      );
      done(null, code);
    })
    .catch(done);
};

module.exports.IN_MEMORY = IN_MEMORY.split(' ');
