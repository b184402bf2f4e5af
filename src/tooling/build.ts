/**
 * `npm run build`: the production bundle in `dist/` and `dist/manifest.xml` for the place it will be served from.
 *
 *   ADDIN_BASE_URL=https://retro.example.com/addin npm run build
 *
 * Exit code 1 with a message when the address is missing or unusable, or when the bundle has errors.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import webpack from 'webpack';
import type { Configuration } from 'webpack';
import { productionManifest } from './manifest';

const root = path.join(__dirname, '../..');

async function build(): Promise<void> {
  const baseUrl = process.env['ADDIN_BASE_URL'];
  if (!baseUrl) throw new Error('ADDIN_BASE_URL is missing: where will the add-in be served? e.g. ADDIN_BASE_URL=https://retro.example.com/addin npm run build');
  const manifest = productionManifest(await readFile(path.join(root, 'manifest.xml'), 'utf8'), baseUrl);
  const configure = createRequire(__filename)('../../webpack.config.js') as (env: object, argv: { mode: string }) => Promise<Configuration>;
  await bundle(await configure({}, { mode: 'production' }));
  await writeFile(path.join(root, 'dist/manifest.xml'), manifest);
  console.log(`dist/ is ready for ${baseUrl}; give dist/manifest.xml to Excel.`);
}

function bundle(config: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) return reject(error);
      if (stats?.hasErrors()) return reject(new Error(stats.toString({ preset: 'errors-only' })));
      console.log(stats?.toString({ preset: 'errors-warnings', assets: true, modules: false, relatedAssets: false }) ?? '');
      resolve();
    });
  });
}

build().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
