import type { ReplyAct } from '../../../contract/vocabulary.ts';
import type { Effect } from '../../bots/state/protocol.ts';
import { languageOf } from '../../bots/state/stepContext.ts';
import { commonIn } from '../../composing/checkClaims.ts';
import { type PassedReply, passReply } from '../../composing/passReply.ts';
import { schoolsOf } from '../../packs/markets.ts';
import type { StreamWriter } from '../../streams/writeStream.ts';
import { answer, askWhom, briefOf, cardsFound } from './answer.ts';
import { tellHomes } from './homes.ts';
import type { Running } from './running.ts';
import { actsOf, type SpeakDeps, type Speech, type Spoken, speak, speechOf } from './speak.ts';

type ReplyEffect = Effect & { kind: 'reply' };

/** The acts of words that were written at the edge: Claude's whole reply, or the answers in the authored one. */
export interface WrittenActs {
  as: 'composed' | 'spoken';
  acts: ReplyAct[];
}
interface WrittenReply {
  released: Pick<PassedReply, 'text' | 'verdicts' | 'told'>;
  written: WrittenActs | null;
}

/** Whether Claude is asked to write it. */
export const isSpoken = ({ model }: Pick<SpeakDeps, 'model'>, effect: ReplyEffect): boolean =>
  effect.brief !== undefined && model.basis === 'model';

/**
 * Says a reply in its stream: in Claude's words where it has a brief and there is a model, else in the authored ones. Where nothing of
 * Claude's words may stand they are taken back whole, and the authored ones are said.
 */
export async function writeReply(
  deps: SpeakDeps,
  running: Running,
  effect: ReplyEffect,
  index: number,
  writer: StreamWriter,
): Promise<WrittenReply> {
  if (effect.brief !== undefined && isSpoken(deps, effect)) {
    const speech = await speechOf(deps, running, effect, effect.brief);
    const spoken = await writeSpoken(deps, running, effect, index, writer, speech);
    if (spoken !== null) return spoken;
    deps.log.warn('Claude’s words were taken back: the authored ones are said');
    writer.restart('rules');
  }
  return writeAuthored(deps, running, effect, writer);
}

async function writeSpoken(
  deps: SpeakDeps,
  running: Running,
  effect: ReplyEffect,
  index: number,
  writer: StreamWriter,
  speech: Speech,
): Promise<WrittenReply | null> {
  const { opens, closes } = speech.brief;
  const { pass, finish } = passInto(deps, running, writer, {
    authored: [opens, closes].filter((words) => words !== ''),
    facts: speech.facts,
    common: commonIn(speech.ask.facts.cards, speech.ask.facts.own),
    said: speech.said,
    told: speech.told,
    whispers: speech.ask.whispers,
    mayAsk: speech.brief.mayAsk.map(({ words }) => words),
  });
  if (opens !== '') pass.say(`${opens} `);
  const spoken = await speak(deps, running, speech, index, pass, writer.signal);
  if (spoken === null && !writer.signal.aborted) return null;
  if (closes !== '' && !writer.signal.aborted) pass.say(` ${closes}`);
  const released = finish();
  if (released.mostHeldBack && !writer.signal.aborted) return null;
  const acts = spoken === null ? [] : actsOf(effect, released.acts, spoken);
  if (spoken !== null) await tellFirst(running, spoken);
  return { released, written: { as: 'spoken', acts } };
}

/** Writes the line for the team first: the message says that the team was told, so the log must have it before. */
async function tellFirst(running: Running, { tell }: Spoken): Promise<void> {
  if (tell !== null) await running.writeLines();
}

async function writeAuthored(
  deps: SpeakDeps,
  running: Running,
  effect: ReplyEffect,
  writer: StreamWriter,
): Promise<WrittenReply> {
  const asks = effect.parts.find((part) => part.kind === 'answer');
  const brief = asks === undefined ? null : await briefOf(deps, running, asks);
  const { pass, finish } = passInto(deps, running, writer, {
    authored: effect.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])),
    facts: brief?.facts ?? [],
    said: brief === null ? [] : [brief.question],
    whispers: [],
    mayAsk: [],
  });
  for (const [number, part] of effect.parts.entries()) {
    if (writer.signal.aborted) break;
    if (number > 0) pass.say(' ');
    if (part.kind === 'text') pass.say(part.text);
    else if (part.kind === 'homes') pass.say(await tellHomes(deps, running, part.search));
    else if (brief !== null) answer(running, brief, pass);
  }
  const released = finish();
  const cards = cardsFound(running).filter(({ id }) => effect.acts.some(({ text }) => text === `fact:${id}`));
  const told = [...released.told, ...cards.map((card) => ({ words: card.words, facts: [card] }))];
  return {
    released: { ...released, told },
    written: released.acts.length === 0 ? null : { as: 'composed', acts: released.acts },
  };
}

function passInto(
  deps: Pick<SpeakDeps, 'log'>,
  running: Running,
  writer: StreamWriter,
  known: Pick<
    Parameters<typeof passReply>[0],
    'authored' | 'facts' | 'common' | 'said' | 'told' | 'whispers' | 'mayAsk'
  >,
): { pass: ReturnType<typeof passReply>; finish(): PassedReply } {
  const { conversation, pack, turn } = running;
  // White space at the end of what was said waits for the next words: the message is the stream's text to the letter.
  let space = '';
  let begun = false;
  const pass = passReply({
    ...known,
    language: languageOf(turn.stateAfter),
    channel: conversation.channel,
    brokerage: pack.brokerage,
    schools: schoolsOf(pack),
    askWhom: askWhom(running),
    logger: deps.log,
    release(text) {
      const held = space + text;
      const kept = held.trimEnd();
      space = held.slice(kept.length);
      writer.write(begun ? kept : kept.trimStart());
      begun ||= kept !== '';
    },
  });
  return {
    pass,
    finish() {
      const released = pass.finish();
      if (released.dropped > 0) deps.log.warn('a reply lost sentences on its way', { dropped: released.dropped });
      return released;
    },
  };
}
