import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import bundled, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { withLock } from './lock.ts';
import { LOCAL } from './workspace.ts';

const PACKAGE = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
const BROWSERS = join(LOCAL, 'browser');
const FOLDER = join(BROWSERS, version);
const READY = join(FOLDER, 'ready');

/**
 * Flags for a browser without a screen, in a container too. Not the package's own list: that switches off the same-origin
 * policy, and the console must work under it.
 */
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** Figures and letters look the same on every machine: the package's font before the machine's own. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${FOLDER}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${FOLDER}/fonts-cache</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** Chromium as npm brings it for x64 Linux, with the libraries that a bare machine lacks; unpacked once. */
async function unpacked(): Promise<LaunchOptions> {
  await withLock(join(LOCAL, 'browser.lock'), 'vitest', async () => {
    if (existsSync(READY)) return;
    await rm(BROWSERS, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    // The package unpacks to the folder for temporary files, and takes whatever it finds there.
    const before = process.env.TMPDIR;
    process.env.TMPDIR = FOLDER;
    try {
      await bundled.executablePath();
      await inflate(join(PACKAGE, 'bin', 'al2023.tar.br'));
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    await writeFile(join(FOLDER, 'fonts.conf'), FONTS);
    await writeFile(READY, '');
  });
  const env = { ...process.env, LD_LIBRARY_PATH: join(FOLDER, 'al2023', 'lib'), FONTCONFIG_FILE: join(FOLDER, 'fonts.conf') };
  return { executablePath: join(FOLDER, 'chromium'), env };
}

let running: Promise<Browser> | undefined;

/** The browser of this test process, started when it is first asked for: a new one takes a tenth of a second. */
export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

async function launch(): Promise<Browser> {
  const own = process.platform === 'linux' && process.arch === 'x64' ? await unpacked() : { channel: 'chrome' };
  const launched = await chromium.launch({ ...own, args: FLAGS, headless: true });
  // One that crashed is not asked again.
  launched.once('disconnected', () => {
    running = undefined;
  });
  return launched;
}

export async function closeBrowser(): Promise<void> {
  await (await running)?.close();
  running = undefined;
}
