// screenshots.mjs PAGE.html FOLDER: pictures of every screen, wide and narrow, light and dark, for a look
// by eye. Needs Chromium (CHROMIUM names another one); no test depends on it.
//   cd web && npm run build && npm run sample && node ../tests/web/screenshots.mjs dist/sample.html /tmp/shots

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [page, folder] = process.argv.slice(2);
if (!page || !folder) throw new Error('usage: screenshots.mjs PAGE.html FOLDER');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(chromium)) {
  console.log(`no browser at ${chromium}: no pictures taken`);
  process.exit(0);
}

const screens = ['briefing', 'ledger', 'timeline', 'who', 'documents', 'conflicts', 'statement/s-06', 'figure/f-01?tab=ledger'];
const sizes = [['wide', 1400, 1400], ['narrow', 390, 1400]];
mkdirSync(folder, { recursive: true });

for (const screen of screens) {
  for (const [size, width, height] of sizes) {
    for (const theme of ['light', 'dark']) {
      const profile = mkdtempSync(join(tmpdir(), 'counterpoint-'));
      const file = resolve(folder, `${screen.replace(/\W+/g, '-')}-${size}-${theme}.png`);
      const { status } = spawnSync(chromium, [
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync',
        `--user-data-dir=${profile}`, '--hide-scrollbars', `--window-size=${width},${height}`,
        `--blink-settings=preferredColorScheme=${theme === 'dark' ? 0 : 1}`, `--screenshot=${file}`,
        `${pathToFileURL(resolve(page)).href}#${screen}`,
      ], { timeout: 60_000, stdio: 'ignore' });
      rmSync(profile, { recursive: true, force: true });
      console.log(`${file}${status === 0 ? '' : ': failed'}`);
    }
  }
}
