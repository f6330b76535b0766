// A few libraries ship ES modules only; jest runs CommonJS. esbuild turns just those into what jest can load.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, filename) {
    const { code } = transformSync(source, { format: 'cjs', sourcefile: filename, target: 'node20' });
    return { code };
  },
};
