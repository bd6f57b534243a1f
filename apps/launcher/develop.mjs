import { watch } from 'node:fs';
import { spawn } from 'node:child_process';
import { startApi } from './api-process.mjs';
import { PARTS, ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { takeLock } from './instance-lock.mjs';
import { PINNED_NODE, ROOT, inRoot } from './places.mjs';
import { seedDemo, wantsDemo } from './seed-demo.mjs';

const say = (line) => console.log(line);
const SETTLED_AFTER_MS = 150;

/** `npm run dev`: the web app reloads in the browser as it is edited; the API is rebuilt and restarted. */
export async function develop() {
  const lock = await takeLock();
  await ensureInstalled(say);
  await ensureBuilt(['seed'], say);
  let api = await restart(null);
  const { url, empty, setUpKey } = await api.served;
  lock.announce(url);
  if (wantsDemo(empty)) await seedDemo(url, setUpKey);
  for (const line of await api.doors()) say(line);
  say(`The API is at ${url}; the web app, which reloads as you edit, is below.`);
  const web = spawn(
    PINNED_NODE,
    [inRoot('node_modules', 'vite', 'bin', 'vite.js'), '--config', inRoot(PARTS.web.config)],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, API_URL: url },
    },
  );
  let turn = Promise.resolve();
  onChange(PARTS.api.sources, () => {
    turn = turn.then(async () => {
      api = await restart(api, url).catch((error) => (console.error(error.message), api));
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      web.kill();
      await turn;
      await api.stop();
      process.exit(0);
    });
  }
}

/** A build that fails leaves the last one running. The address stays the same, because the browser goes on asking it. */
async function restart(running, url) {
  await ensureBuilt(['api'], say);
  if (running !== null) await running.stop();
  const api = startApi({ say, environment: url === undefined ? {} : { PORT: new URL(url).port } });
  await api.served;
  if (running !== null) say('The API runs with your changes.');
  return api;
}

function onChange(folders, tell) {
  let timer;
  for (const folder of folders) {
    watch(inRoot(folder), { recursive: true }, (_event, file) => {
      if (file === null || !/\.ts$/.test(file) || /\.spec\.ts$/.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(tell, SETTLED_AFTER_MS);
    });
  }
}
