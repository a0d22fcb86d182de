import type { Engine } from './engine.ts';

export const secantusVersion = '0.7.0b3';

/**
 * SecantusDB: WiredTiger behind MongoDB's wire protocol, GPL-2.0, hence only ever a process of its own.
 * `python` is that of the environment it is installed in; the start line of `secantusd-py` is spelled out because that script names an absolute path.
 */
export function secantusEngine(python: string): Engine {
  return {
    kind: 'secantus',
    label: `SecantusDB ${secantusVersion}`,
    binary: python,
    args: (port, storageDir, keyFile) => [
      // Not before it is told to: started by a hub that died before it could note the process, nobody would ever end it.
      ...[
        '-c',
        'import os, sys; sys.stdin.readline() or sys.exit(); os.umask(0o077); from secantus.cli import main; sys.exit(main())',
      ],
      ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', storageDir],
      ...(keyFile === null ? [] : ['--auth']),
      // Without it acknowledged writes were lost under kill -9.
      ...['--sync-on-commit', '--cache-size', '256M', '--log-level', 'WARNING'],
      // Nobody reads the oplog here, and it holds every word that was ever written: as little of it as the server allows.
      ...['--oplog-max-entries', '1', '--oplog-retention-seconds', '1'],
    ],
    // It announces itself as the primary of a replica set from the first answer on.
    prepare: async () => {},
  };
}
