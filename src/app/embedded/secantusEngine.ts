import { totalmem } from 'node:os';
import type { Engine } from './engine.ts';

/** As mongod has it: half of the memory beyond one gigabyte, 256 MB at least; and no more than 1 GB, which SecantusDB takes by itself. */
const cacheMb = Math.min(1024, Math.max(256, Math.floor((totalmem() / 1024 ** 2 - 1024) / 2)));

export const secantusVersion = '0.7.0b3';

const run = `
import contextlib, os, socket, sys
# Not before it is told to: started by a hub that died before it could note the process, nobody would ever end it.
sys.stdin.readline() or sys.exit()
os.umask(0o077)
import wiredtiger

# SecantusDB writes under one lock. A writer that holds it while WiredTiger makes it wait for room in the cache keeps out the one whose commit
# would make room, and everything stands still for good. Writes may take most of the cache before anybody waits, and nobody waits for long.
open_store = wiredtiger.wiredtiger_open
room = ',eviction_dirty_trigger=60,eviction_updates_trigger=60,cache_max_wait_ms=300'
wiredtiger.wiredtiger_open = lambda home, config: open_store(home, config + room)

from secantus import cli

# Its own stop closes the socket that a thread of it sleeps on, which does not wake that thread, and waits two seconds for it.
class Server(cli.SecantusDBServer):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Nobody reads the oplog, which would hold every word that was ever written: that of an earlier version shrinks to one empty line.
        self.storage.emit_noop_heartbeat()
        self.storage.prune_oplog()
        # A standalone writes none either, but drivers then repeat no write that a broken connection left open.
        self.storage.enable_oplog = False

    def stop(self):
        with contextlib.suppress(OSError, AttributeError):
            self._socket.shutdown(socket.SHUT_RDWR)
        super().stop()

cli.SecantusDBServer = Server
sys.exit(cli.main())`;

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
      ...['-c', run],
      ...['--host', '127.0.0.1', '--port', String(port), '--storage-path', storageDir],
      ...(keyFile === null ? [] : ['--auth']),
      // Without it acknowledged writes were lost under kill -9.
      ...['--sync-on-commit', '--cache-size', `${cacheMb}M`, '--log-level', 'WARNING'],
      // Of an oplog that is there already pruning leaves one entry.
      ...['--oplog-max-entries', '1', '--oplog-retention-seconds', '1'],
    ],
    // It announces itself as the primary of a replica set from the first answer on.
    prepare: async () => {},
  };
}
