/**
 * Loaded into a hub before it starts (`--import`): ends the process, as `kill -9` does, right before or right after it sends the database
 * one command of one conversation. Armed by a message of the parent; everything else of the process goes on until then.
 */
import { createRequire } from 'node:module';

/** @type {{ when: 'before' | 'after', command: string, holds: string[], conversationId: string } | null} */
let place = null;
/** The conversation's id, and those of its turns. */
const own = new Set();

const fromMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
const { Connection } = fromMongoose('mongodb/lib/cmap/connection.js');
const send = Connection.prototype.command;

Connection.prototype.command = async function placed(namespace, command, ...rest) {
  const [kind = ''] = Object.keys(command);
  const said = place === null ? '' : JSON.stringify(command);
  const isOwn = [...own].some((id) => said.includes(id));
  if (isOwn && kind === 'insert' && command.insert === 'turns')
    for (const [, id] of said.matchAll(/"_id":"([^"]+)"/g)) own.add(id);
  const isHere =
    isOwn && place.command === `${command[kind]} ${kind}` && place.holds.every((words) => said.includes(words));
  if (!isHere) return send.call(this, namespace, command, ...rest);
  if (place.when === 'after') await send.call(this, namespace, command, ...rest);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

process.on('message', (given) => {
  place = given;
  own.add(given.conversationId);
  process.send?.('armed');
});
process.channel?.unref();
