import { type AdminCommandName, adminCommands } from './adminCommands.ts';

export type AdminRequest =
  | { kind: 'run'; name: AdminCommandName; options: unknown }
  | { kind: 'help'; text: string }
  | { kind: 'faulty'; faults: string[]; text: string };

/** The parsed command line. All faults are reported at once. */
export function readAdminArguments(args: readonly string[]): AdminRequest {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return { kind: 'help', text: overview() };
  if (!isCommand(name)) return { kind: 'faulty', faults: ['Unknown command.'], text: overview() };
  if (rest.includes('--help') || rest.includes('-h')) return { kind: 'help', text: helpOf(name) };

  const { values, faults } = readOptions(rest, adminCommands[name].bare);
  const known = Object.keys(adminCommands[name].help);
  for (const option of values.keys())
    if (!known.includes(option)) faults.push(`--${option} is not an option for ${name}`);
  const given = Object.fromEntries([...values].filter(([option]) => known.includes(option)));
  const result = adminCommands[name].options.safeParse(given);
  if (!result.success) {
    for (const { path, message } of result.error.issues) {
      const option = String(path[0]);
      faults.push(`--${option} ${option in given ? message : 'is missing'}`);
    }
  }
  return result.success && faults.length === 0
    ? { kind: 'run', name, options: result.data }
    : { kind: 'faulty', faults: [...new Set(faults)], text: helpOf(name) };
}

const isCommand = (name: string): name is AdminCommandName => Object.hasOwn(adminCommands, name);

/** `--name value` and `--name=value`; one word without a name is the value of `bare`, where a command has such an option. */
function readOptions(
  args: readonly string[],
  bare: string | undefined,
): { values: Map<string, string>; faults: string[] } {
  const values = new Map<string, string>();
  const faults: string[] = [];
  for (let at = 0; at < args.length; at++) {
    if (bare !== undefined && !args[at]?.startsWith('--') && !values.has(bare)) {
      values.set(bare, args[at] ?? '');
      continue;
    }
    const match = /^--([a-z-]{1,40})(?:=(.*))?$/s.exec(args[at] ?? '');
    if (!match) {
      faults.push('Every value needs an option. Put text with spaces in quotes.');
      continue;
    }
    const option = match[1] as string;
    const next = args[at + 1];
    const value = match[2] ?? (next?.startsWith('--') ? undefined : next);
    if (match[2] === undefined && value !== undefined) at += 1;
    if (value === undefined) faults.push(`--${option} needs a value`);
    else if (values.has(option)) faults.push(`--${option} is given twice`);
    else values.set(option, value);
  }
  return { values, faults };
}

function overview(): string {
  const names = Object.keys(adminCommands) as AdminCommandName[];
  const widest = Math.max(...names.map((name) => name.length));
  return [
    'Usage: npm run admin -- <command> [options]',
    '',
    ...names.map((name) => `  ${name.padEnd(widest)}  ${adminCommands[name].summary}`),
    '',
    'For the options of a command: npm run admin -- <command> --help',
    'Commands use the same data as the hub: MONGODB_URL, or the embedded database in HUB_DATA_DIR. Except for compact, they also',
    'work while the hub is running.',
  ].join('\n');
}

function helpOf(name: AdminCommandName): string {
  const { summary, help, bare, more } = adminCommands[name];
  const options = (Object.entries(help) as [string, [string, string]][]).map(([option, [value, meaning]]) => ({
    words: option === bare ? value : `--${option} ${value}`,
    meaning,
  }));
  return [
    summary,
    '',
    `Usage: npm run admin -- ${[name, ...options.map(({ words }) => words)].join(' ')}`,
    ...(options.length ? ['', ...options.map(({ words, meaning }) => `  ${words.padEnd(24)}  ${meaning}`)] : []),
    ...(more ?? []),
  ].join('\n');
}
