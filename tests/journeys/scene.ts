import { connect, type HubClient, openVisitor, signIn } from '../support/hubClient.ts';
import { demoPassword } from '../support/openHub.ts';

export interface Scene {
  buyer: string;
  seller: string;
  close(): void;
}

/** Six conversations at one moment of a lively day: a buyer, a seller, one who waits, one with a person, one in Spanish, one just begun. */
export async function playScene(url: string): Promise<Scene> {
  const staff = async (email: string) => connect(url, '/agent', (await signIn(url, email, demoPassword)).accessToken);
  const [maya, owen] = await Promise.all([staff('agent@demo.example'), staff('agent2@demo.example')]);
  const open: HubClient[] = [maya, owen];
  const visitors: Record<string, string> = {};

  const talk = async (name: string, listingId: string | null, lines: readonly string[]): Promise<HubClient> => {
    const visitor = await openVisitor(url, {
      page: { url: `${url}/demo`, ...(listingId === null ? {} : { listingId: `demo-${listingId}` }) },
    });
    open.push(visitor);
    visitors[name] = visitor.conversationId;
    for (const text of lines) await answered(visitor, text);
    return visitor;
  };

  const [buyer] = await Promise.all([
    talk('buyer', 'zilker-bungalow', [
      'Hi, is this home still for sale?',
      'I want to buy, we are relocating from Denver',
      'up to 700k',
      'yes, we are pre-approved',
      '3 bedrooms at least, and a yard for the dog',
    ]),
    talk('seller', null, [
      'I want to sell my home',
      '1450 Bluebonnet Lane, Austin',
      'We are moving to Denver for a job',
      'yes 30 to 45 days works',
      'move-in ready, new roof in 2021',
    ]),
    talk('spanish', 'mueller-rowhouse', ['Hola, quiero comprar una casa', 'unos 500 mil']),
    talk('waiting', 'bouldin-cottage', ['Is the kitchen new?', 'I would like to talk to a person please']),
    talk('new', 'holly-condo', ['Is there an HOA?']),
    talk('person', 'hyde-park-bungalow', ['Can I see it on Saturday?']).then(book),
  ]);
  const conversationId = visitors.person as string;
  await owen.command('takeover-start', { conversationId });
  await owen.command('message-send', {
    conversationId,
    text: 'Hello, this is Owen. I will be at the door on Saturday. Would you like to see the garage too?',
  });
  // The buyer's objection comes while Maya has the talk open: the coach answers it.
  await maya.send('conversation-open', { conversationId: visitors.buyer });
  await answered(buyer, 'Zilker would be lovely, but honestly the price seems too high for that size.');
  await maya.untilEntry('suggestion-created', (entry) => entry.conversationId === visitors.buyer);
  return {
    buyer: visitors.buyer as string,
    seller: visitors.seller as string,
    close: () => {
      for (const client of open) client.close();
    },
  };
}

/** Takes the first time that is offered, and answers what the law asks before a showing. */
async function book(visitor: HubClient): Promise<void> {
  const { data } = await visitor.untilEntry('slots-offered');
  const { offerId, slots } = data as { offerId: string; slots: { slotId: string }[] };
  await visitor.command('slot-choose', { offerId, slotId: slots[0]?.slotId });
  await visitor.untilEntry('message-created', (entry) =>
    /Texas law/.test((entry.data as { text?: string }).text ?? ''),
  );
  await visitor.command('chat-send', { text: 'Without representation' });
  await visitor.untilEntry('appointment-changed', (entry) => (entry.data as { state: string }).state === 'booked');
}

/** Sends and waits for the answer, from a bot or a person. */
async function answered(visitor: HubClient, text: string): Promise<void> {
  const { seq } = await visitor.command('chat-send', { text });
  await visitor.untilEntry('message-created', (entry) => entry.actor.kind !== 'visitor' && entry.seq > Number(seq));
}
