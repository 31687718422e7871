// Builds the page: src/ -> dist/, byte for byte the same wherever it runs. dist/ is in the tree and is
// embedded in the service, so that nobody needs npm who does not change the page.
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const to = (...names) => path.join(here, 'dist', ...names);

rmSync(to(), {recursive: true, force: true});
mkdirSync(to());
const {metafile} = await build({
  absWorkingDir: here,
  entryPoints: {app: 'src/main.jsx', style: 'src/style/page.css'},
  entryNames: 'app',
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome111', 'firefox114', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  metafile: true,
  logLevel: 'warning',
});
for (const name of ['index.html', 'icon.svg']) cpSync(path.join(here, 'src', name), to(name));
writeFileSync(to('licences.txt'), licences(packagesIn(metafile)));

// The packages whose files are in the bundle.
function packagesIn({inputs}) {
  const names = Object.keys(inputs).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names.filter(Boolean))].sort();
}

function licences(names) {
  const parts = names.map((name) => {
    const folder = path.join(here, 'node_modules', name);
    const {version, license} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e(\.|$)/i.test(each));
    if (!file || !existsSync(path.join(folder, file))) throw new Error(`${name} has no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
  });
  return `What the page of Amends is built with, and under which terms.\n\n${parts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
