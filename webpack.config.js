const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const esbuild = require('esbuild');
const { EsbuildPlugin } = require('esbuild-loader');
const GasPlugin = require('gas-webpack-plugin');

const entry = 'src/index.ts';
// With optional chaining; private and static class fields, which Apps Script does not parse, come later.
const target = 'es2020';
const lazy = { folder: path.join(__dirname, 'build/lazy'), file: 'lazy.js' };

const minify = (more) => new EsbuildPlugin({ target, charset: 'utf8', legalComments: 'none', ...more });

/** What both files have in common. Types are checked before, by tsc. */
const common = {
  mode: 'production',
  context: __dirname,
  target,
  // Stubs are put before the bundle without shifting a source map.
  devtool: false,
  optimization: { minimizer: [minify({})] },
  resolve: { extensions: ['.ts', '.js'] },
  module: { rules: [{ test: /\.ts$/, loader: 'esbuild-loader', options: { target, charset: 'utf8' } }] },
  stats: 'errors-warnings',
};
/**
 * esbuild drops what nobody calls, but only at the top of a file, and there it must not rename what Google calls. So
 * webpack leaves its wrapper off (`iife`), the stubs are set aside, and esbuild puts the rest into a wrapper of its
 * own: a tenth less to parse for every execution.
 */
const shaken = {
  ...esbuild,
  transform: async (code, options) => {
    const [stubs] = /^(?:function \w+\(\)\s*\{\s*\}\s*)+/.exec(code) ?? [''];
    const result = await esbuild.transform(code.slice(stubs.length), { ...options, format: 'iife' });
    return { ...result, code: stubs.replace(/\s*\n\s*/g, '') + result.code };
  },
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
    // All that the menu does stands here now; who needs it waits for it once, and nobody who sends a report.
    performance: limit(660),
  },
  {
    ...common,
    name: 'code',
    dependencies: ['lazy'],
    optimization: { minimizer: [minify({ implementation: shaken })] },
    entry: { Code: `./${entry}` },
    output: {
      ...whole,
      path: path.join(__dirname, 'dist'),
      filename: '[name].js',
      iife: false,
      // A library keeps the exports that nothing but the stubs uses; its name stays inside of the wrapper.
      library: { type: 'var', name: 'exported' },
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
