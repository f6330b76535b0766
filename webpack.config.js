const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const { EsbuildPlugin } = require('esbuild-loader');
const GasPlugin = require('gas-webpack-plugin');

const entry = 'src/index.ts';
// With optional chaining; private and static class fields, which Apps Script does not parse, come later.
const target = 'es2020';
const lazy = { folder: path.join(__dirname, 'build/lazy'), file: 'lazy.js' };

/** What both files have in common. Types are checked before, by tsc. */
const common = {
  mode: 'production',
  context: __dirname,
  target,
  // Stubs are put before the bundle without shifting a source map.
  devtool: false,
  optimization: { minimizer: [new EsbuildPlugin({ target, charset: 'utf8', legalComments: 'none' })] },
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [{ test: /\.ts$/, loader: 'esbuild-loader', options: { target, charset: 'utf8' } }] },
  stats: 'errors-warnings',
};
/** One file: nothing is ever loaded afterwards by webpack's own means. */
const whole = { chunkFormat: 'array-push', chunkLoading: false, wasmLoading: false };
const limit = (kilobytes) => ({
  hints: 'error',
  maxAssetSize: kilobytes * 1024,
  maxEntrypointSize: kilobytes * 1024,
  assetFilter: (name) => name.endsWith('.js'),
});

/**
 * Two programs in dist/. `Code.js` is what every execution parses, so it has a limit. What is needed seldom (set-up,
 * rebuilding, recap files, changes of forms) is a program of its own inside a page, as text: only who needs it reads it.
 */
module.exports = [
  {
    ...common,
    name: 'lazy',
    entry: { lazy: './src/lazy.ts' },
    output: { ...whole, path: lazy.folder, filename: lazy.file, library: { type: 'var', name: 'lazy' } },
    performance: limit(500),
  },
  {
    ...common,
    name: 'code',
    dependencies: ['lazy'],
    entry: { Code: `./${entry}` },
    output: {
      ...whole,
      path: path.join(__dirname, 'dist'),
      filename: '[name].js',
      // Without a library of type `this` the assignments to the global scope throw when Google loads the file.
      library: { type: 'this' },
      clean: true,
    },
    plugins: [
      new GasPlugin({ include: [entry], autoGlobalExportsFiles: [entry], comment: false }),
      new CopyPlugin({
        patterns: [
          { from: 'appsscript.json', to: '.' },
          { from: 'src/ui/*.html', to: '[name][ext]', noErrorOnMissing: true },
          { from: path.join(lazy.folder, lazy.file), to: 'lazy.html', transform: asPage },
        ],
      }),
    ],
    performance: limit(300),
  },
];

/** A page that holds a program as plain text; `</script` cannot stand in it, since esbuild writes it as `<\/script`. */
function asPage(code) {
  return `<script type="text/plain">${String(code)}</script>\n`;
}
