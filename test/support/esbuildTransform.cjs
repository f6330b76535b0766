// jest runs CommonJS: esbuild turns TypeScript into it, and the few libraries that ship ES modules only. It checks no
// types (`pretest` does) and knows one file at a time, which is quick where nothing is cached yet.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, filename) {
    const loader = filename.endsWith('.ts') ? 'ts' : 'js';
    return transformSync(source, {
      loader,
      format: 'cjs',
      sourcefile: filename,
      sourcemap: true,
      target: 'node20',
    });
  },
};
