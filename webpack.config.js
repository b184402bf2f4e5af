/**
 * The bundle of the task pane and, with `--env preview`, of the page of `npm start`.
 *
 * Settings from the environment:
 * - `OFFICE_JS_URL`  address of office.js in the task pane. Default: Microsoft's public CDN (required by the Marketplace).
 *                    Office 365 operated by 21Vianet (China): `https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js`.
 *                    Self-hosted, where no CDN can be reached: an address of your own such as `/officejs/office.js`.
 * - `PORT`           port of the development server, 3000 when absent.
 * - `BUILD_ID`       shown in the pane's footer; the commit when absent.
 *
 * `--env preview`: plain http; the task pane page stays as it is, except that office.js comes from the package in node_modules
 * and one script before it connects the page with the workbook of the preview.
 * `--env https`: the certificates of `office-addin-dev-certs`, for sideloading into a real Excel.
 */
const { execFileSync } = require('node:child_process');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const { version } = require('./package.json');

const PUBLIC_OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Microsoft's client, served by the development server for the preview alone; never part of a build. */
const OFFICE_CLIENT = path.join(__dirname, 'node_modules/@microsoft/office-js/dist');

function buildId() {
  if (process.env.BUILD_ID) return process.env.BUILD_ID;
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: __dirname, stdio: ['ignore', 'pipe', 'ignore'] });
    return `${version}-${commit.toString().trim()}`;
  } catch {
    return version; // a download without git history
  }
}

/** Says where the page is once it can be opened. */
class SayAddress {
  constructor(text) {
    this.text = text;
  }
  apply(compiler) {
    let said = false;
    compiler.hooks.done.tap('SayAddress', (stats) => {
      if (said || stats.hasErrors()) return;
      said = true;
      // After webpack's own report.
      process.nextTick(() => console.log(this.text));
    });
  }
}

/** Puts the preview's connecting script in front of office.js: the client looks for its host while it loads. */
class ConnectBeforeOffice {
  apply(compiler) {
    compiler.hooks.compilation.tap('ConnectBeforeOffice', (compilation) => {
      HtmlPlugin.getCompilationHooks(compilation).beforeEmit.tap('ConnectBeforeOffice', (data) => {
        if (data.outputName !== 'taskpane.html') return data;
        const html = data.html.replace(/<script\b[^>]*office\.js/, (tag) => `<script src="connect.js"></script>${tag}`);
        if (html === data.html) throw new Error('src/taskpane/index.html does not load office.js: the preview cannot connect the pane.');
        return { ...data, html };
      });
    });
  }
}

module.exports = async (env = {}, argv = {}) => {
  const preview = Boolean(env.preview);
  const production = argv.mode === 'production';
  const reactDevelopment = !production && (!preview || Boolean(env.debug));
  const port = Number(process.env.PORT) || 3000;
  const officeJsUrl = preview ? 'officejs/office.js' : process.env.OFFICE_JS_URL || PUBLIC_OFFICE_JS;
  /** @type {import('webpack').Configuration & { devServer?: import('webpack-dev-server').Configuration }} */
  const config = {
    mode: production ? 'production' : 'development',
    entry: {
      taskpane: './src/taskpane/main.tsx',
      ...(preview && {
        preview: './src/preview/main.tsx',
        connect: { import: './src/preview/pane/connect.ts', filename: 'connect.js' },
      }),
    },
    output: {
      path: path.join(__dirname, 'dist'),
      filename: '[name].[contenthash:10].js',
      chunkFilename: '[name].[contenthash:10].js',
      assetModuleFilename: 'assets/[name].[contenthash:10][ext]',
      clean: true,
    },
    // No eval: the content security policy of the pane forbids it.
    devtool: production ? 'source-map' : 'cheap-module-source-map',
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: { jsc: { target: 'es2021', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic', development: reactDevelopment } } } },
        },
        { test: /\.(tsv|csv|txt)$/, type: 'asset/resource' },
      ],
    },
    plugins: [
      new HtmlPlugin({ template: 'src/taskpane/index.html', filename: 'taskpane.html', chunks: ['taskpane'], minify: false, templateParameters: { officeJsUrl, version, buildId: buildId() } }),
      new CopyPlugin({ patterns: [{ from: 'assets', to: 'assets', noErrorOnMissing: true }] }),
      ...(preview ? [new HtmlPlugin({ template: 'src/preview/index.html', filename: 'index.html', chunks: ['preview'], minify: false }), new ConnectBeforeOffice()] : []),
    ],
    optimization: {
      // The preview is for people who try the add-in: without the notes of React's development build. `--env debug` brings them back.
      nodeEnv: reactDevelopment ? 'development' : 'production',
      splitChunks: {
        // connect.js must be whole: it runs before everything else.
        chunks: (chunk) => chunk.name !== 'connect',
        cacheGroups: {
          react: { test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, name: 'react', priority: 20 },
          fluent: { test: /[\\/]node_modules[\\/](@fluentui|@griffel|@floating-ui|tabster|keyborg)[\\/]/, name: 'fluent', priority: 10, chunks: 'initial' },
        },
      },
    },
    experiments: { css: true },
    performance: { hints: false },
    cache: { type: 'filesystem', buildDependencies: { config: [path.join(__dirname, 'webpack.config.js')] } },
  };
  if (!env.WEBPACK_SERVE) return config;
  const https = Boolean(env.https);
  const page = `${https ? 'https' : 'http'}://localhost:${port}${preview ? '/' : '/taskpane.html'}`;
  return {
    ...config,
    stats: 'errors-warnings',
    infrastructureLogging: { level: 'warn' },
    plugins: [...config.plugins, new SayAddress(`\n  大促复盘 · Retro for Excel\n  ${preview ? '预览 · preview' : '任务窗格 · task pane'}: ${page}\n`)],
    devServer: await devServer({ preview, https, port }),
  };
};

async function devServer({ preview, https, port }) {
  const server = https ? { type: 'https', options: await require('office-addin-dev-certs').getHttpsServerOptions() } : 'http';
  return {
    server,
    port,
    host: 'localhost',
    open: false,
    hot: false,
    liveReload: true,
    // Excel on the web frames the pane from another origin and host name.
    allowedHosts: 'auto',
    client: { logging: 'none', overlay: { errors: true, warnings: false, runtimeErrors: false } },
    static: preview ? [{ directory: OFFICE_CLIENT, publicPath: '/officejs', watch: false }] : false,
    headers: (request) => ({
      'Cache-Control': /\.[0-9a-f]{10}\./.test(request.url ?? '') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      ...(https && { 'Access-Control-Allow-Origin': '*' }),
    }),
  };
}
