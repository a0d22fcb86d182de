import type { ConversationExport, PersonExport } from './exportPerson.ts';

/** An export as JSON, piece by piece. */
export async function* exportAsJson(person: PersonExport): AsyncGenerator<string, void, undefined> {
  const { exportedAt, person: profile, insight, homesViewed } = person;
  // The object is left open for its lists.
  yield JSON.stringify({ exportedAt, person: profile, insight, homesViewed }).slice(0, -1);
  yield ',"knownAs":';
  yield* list(person.knownAs(), plain);
  yield ',"conversations":';
  yield* list(person.conversations(), talkAsJson);
  yield ',"narratives":';
  yield* list(person.narratives(), plain);
  yield ',"reports":';
  yield* list(person.reports(), plain);
  yield ',"interventions":';
  yield* list(person.interventions(), plain);
  yield '}';
}

async function* talkAsJson(talk: ConversationExport): AsyncGenerator<string, void, undefined> {
  yield JSON.stringify(talk.head).slice(0, -1);
  yield ',"appointments":';
  yield* list(talk.appointments(), plain);
  yield ',"tasks":';
  yield* list(talk.tasks(), plain);
  yield ',"public":';
  yield* list(talk.entries('public'), plain);
  yield ',"internal":';
  yield* list(talk.entries('internal'), plain);
  yield ',"turns":';
  yield* list(talk.turns(), plain);
  yield '}';
}

async function* plain(value: unknown): AsyncGenerator<string, void, undefined> {
  yield JSON.stringify(value);
}

async function* list<Item>(
  items: AsyncIterable<Item>,
  write: (item: Item) => AsyncIterable<string>,
): AsyncGenerator<string, void, undefined> {
  let before = '[';
  for await (const item of items) {
    yield before;
    yield* write(item);
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}
