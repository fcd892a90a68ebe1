// Builds what the pages load: one style sheet with only the parts of Bootstrap in use, and one sprite with only the icons in use.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sass from 'sass';

const home = dirname(fileURLToPath(import.meta.url));
const lib = join(home, 'wwwroot', 'lib');
const icons = join(home, 'node_modules', 'bootstrap-icons', 'icons');
mkdirSync(lib, { recursive: true });

const style = sass.compile(join(home, 'Styles', 'site.scss'), {
  style: 'compressed',
  loadPaths: [join(home, 'node_modules')],
  // Bootstrap 5.3 still uses @import and the old colour functions; its warnings are not ours to fix.
  quietDeps: true,
  silenceDeprecations: ['import'],
});
writeFileSync(join(lib, 'site.css'), style.css);

// An icon enters the sprite by being named in a component: <Icon Name="search" />.
const used = new Set();
const collect = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path);
    else if (entry.name.endsWith('.razor'))
      for (const [, name] of readFileSync(path, 'utf8').matchAll(/<Icon Name="([a-z0-9-]+)"/g)) used.add(name);
  }
};
collect(join(home, 'Pages'));

const symbols = [...used].sort().map((name) => {
  const svg = readFileSync(join(icons, `${name}.svg`), 'utf8');
  const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').trim();
  return `<symbol id="${name}" viewBox="0 0 16 16" fill="currentColor">${inner}</symbol>`;
});
writeFileSync(join(lib, 'icons.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
