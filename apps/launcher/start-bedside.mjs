import { LOG, startApi } from './api-process.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { takeLock } from './instance-lock.mjs';
import { Refusal } from './refusal.mjs';
import { seedDemo, wantsDemo } from './seed-demo.mjs';

const say = (line) => console.log(line);

/** An API that ends by itself is started again, unless it has done so this often within this time. */
const PATIENCE = { times: 3, withinMs: 60_000 };

/** `npm start`: from a bare clone to a hospital network in the browser, and back to nothing at Ctrl-C. */
export async function startBedside() {
  const lock = await takeLock();
  await ensureInstalled(say);
  await ensureBuilt(['api', 'web', 'seed'], say);
  const stop = { asked: false, api: () => undefined };
  void askedToStop().then(() => {
    stop.asked = true;
    return stop.api();
  });
  // Said once it can be stopped in order.
  say('Starting …');
  for (let ends = []; ;) {
    const { status, signal } = await serve(lock, stop);
    if (stop.asked) process.exit(0);
    ends = [...ends, Date.now()].slice(-PATIENCE.times);
    if (ends.length === PATIENCE.times && Date.now() - ends[0] < PATIENCE.withinMs) {
      throw new Refusal(`Bedside keeps stopping by itself. The end of ${LOG} says why.`);
    }
    console.error(`Bedside stopped by itself (${signal ?? status}; see ${LOG}). Starting it again …`);
  }
}

/** One life of the API: until it ends, by itself or because it was asked to. */
async function serve(lock, stop) {
  const api = startApi({ say });
  stop.api = api.stop;
  const { url, empty, setUpKey } = await api.served.catch(async (error) => {
    await api.ended;
    if (stop.asked) process.exit(0);
    throw error;
  });
  lock.announce(url);
  if (wantsDemo(empty)) {
    say('Loading a demo hospital network (about a minute, the first time only) …');
    const loaded = await seedDemo(url, setUpKey);
    if (!loaded && !stop.asked) {
      console.error('The demo did not load completely; the reason is above. The next start goes on with it.');
    }
  }
  const doors = stop.asked ? [] : await api.doors();
  if (!stop.asked) say(['', `Bedside is at ${url}`, ...doors, 'Ctrl-C stops it.'].join('\n'));
  return api.ended;
}

/**
 * Settles at the first Ctrl-C, SIGTERM or closed terminal, or when the npm that started us is gone; more of them change
 * nothing, since the database must end in peace.
 */
function askedToStop() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve(signal));
    if (process.env.npm_lifecycle_event === undefined) return;
    const npm = process.ppid;
    setInterval(() => process.ppid !== npm && resolve('SIGHUP'), 500).unref();
  });
}
