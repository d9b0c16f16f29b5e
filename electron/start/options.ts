import { homedir, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/kernel/result.ts';

/** What `npm start -- …` asks for. */
export interface StartOptions {
  /** An invented site: a demonstration, or practice. */
  readonly demo: boolean;
  /** The invented site for training: its own folder, every kind of simulated device. */
  readonly practice: boolean;
  /** Demo data come from this seed; the same seed gives the same people. */
  readonly seed: number;
  readonly door: 'desktop' | 'loopback' | 'auto';
  readonly data: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly open: boolean;
  readonly json: boolean;
  /** Demo folders only: the station's clock begins at this instant. */
  readonly practiceClock: string | undefined;
}

/** A station that lives in other centuries would meet the end of the calendar, or people not yet born. */
const UTC = /^20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/;

/** Reads the command line; answers the problem as one sentence in both languages. */
export function startOptions(argv: readonly string[]): Result<StartOptions, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const values = parsed.value;
  const seed = Number(values.seed ?? '1');
  const port = Number(values.port ?? '0');
  if (!Number.isSafeInteger(seed) || seed < 0)
    return err('--seed 要一个整数 / --seed takes an integer');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return err('--port 要 0 到 65535 / --port takes 0 to 65535');
  }
  const door = values.door ?? 'auto';
  if (door !== 'desktop' && door !== 'loopback' && door !== 'auto') {
    return err('--door 要 desktop 或 loopback / --door takes desktop or loopback');
  }
  const practice = values.practice === true;
  if (practice && values.demo === true)
    return err('--demo 与 --practice 只能选一个 / choose --demo or --practice, not both');
  const demo = practice || values.demo === true;
  // An empty path would mean whatever folder the program happens to be started in.
  if (values.data?.trim() === '') return err('--data 要一个文件夹 / --data takes a folder');
  const clock = values['practice-clock'];
  if (clock !== undefined && (!UTC.test(clock) || Number.isNaN(Date.parse(clock)))) {
    return err(
      '--practice-clock 要 2000 到 2099 年的 UTC 时刻 / --practice-clock takes an instant of 2000 to 2099, like 2026-11-22T06:05:00Z',
    );
  }
  return ok({
    demo,
    practice,
    seed,
    door,
    data: resolve(values.data ?? defaultFolder(demo, practice)),
    port,
    open: values['no-open'] !== true,
    json: values.json === true,
    practiceClock: clock === undefined ? undefined : new Date(clock).toISOString(),
  });
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        demo: { type: 'boolean' },
        practice: { type: 'boolean' },
        seed: { type: 'string' },
        door: { type: 'string' },
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        json: { type: 'boolean' },
        'practice-clock': { type: 'string' },
      },
    });
    return ok(values);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return err(`启动选项看不懂 / These options are not understood: ${said}`);
  }
}

/** Where records are kept when `--data` does not say; invented data never mix with a site's own. */
function defaultFolder(demo: boolean, practice: boolean): string {
  const name = practice ? 'practice' : demo ? 'demo' : 'station';
  return join(applicationFolder(), name);
}

function applicationFolder(): string {
  const home = homedir();
  switch (platform()) {
    case 'win32':
      return join(process.env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'PlasmaPoint');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'PlasmaPoint');
    default:
      return join(process.env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'PlasmaPoint');
  }
}
