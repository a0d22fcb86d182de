/** The system under test as its own process: `relaySystem <hub|ws|socketio> <url of the fake Messages API>`. */
import { openBareWs } from './systems/bareWs.ts';
import { openHubSystem } from './systems/hubSystem.ts';
import { openNaiveSocketIo } from './systems/naiveSocketIo.ts';

/** Streams answers of the fake API to clients that are connected by then. */
export interface RelaySystem {
  url: string;
  /** One stream to each target, all at once; `firstName` + n is the name of the n-th at the fake API. */
  stream(targets: readonly string[], firstName: number, kind: RelayKind): Promise<void>;
}
/** A `story` is asked for by its client: the system only waits for its end. */
export type RelayKind = 'reply' | 'coach' | 'story';
export interface SystemRequest {
  targets: string[];
  firstName: number;
  kind: RelayKind;
}

const [name = '', apiUrl = ''] = process.argv.slice(2);
const open = { hub: openHubSystem, ws: openBareWs, socketio: openNaiveSocketIo }[name];
if (open === undefined) throw new Error(`no system ${name}`);
const system = await open(apiUrl);

process.on('message', async ({ targets, firstName, kind }: SystemRequest) => {
  const before = process.cpuUsage();
  await system.stream(targets, firstName, kind);
  const { user, system: kernel } = process.cpuUsage(before);
  process.send?.({ cpuMicros: user + kernel });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: system.url });
