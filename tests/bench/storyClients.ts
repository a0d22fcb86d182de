import { createParser } from 'eventsource-parser';
import type { NewHomeRequest } from '../../src/contract/rest/listings.ts';
import type { NarrativeAnswer, NarrativeRequest } from '../../src/contract/rest/narratives.ts';
import { signIn } from '../support/hubClient.ts';
import { demoPassword } from '../support/openHub.ts';

/** A home with enough on file for a short story; its title names the request at the fake API. */
const homeOf = (n: number): NewHomeRequest => ({
  ...{
    title: `Home bench-${n}`,
    address: `${1200 + n} Alder Street, Austin, TX 78704`,
    area: 'Zilker',
    status: 'active',
  },
  ...{ priceCents: 68_900_000, beds: 3, baths: 2, areaSqft: 1_640, yearBuilt: 1948, lotSqft: 6_200 },
  ...{
    propertyType: 'single-family',
    taxCentsPerYear: 1_190_000,
    hoaCentsPerMonth: 0,
    parking: 'a carport for two cars',
  },
  ...{ heating: 'central gas heating', description: 'The kitchen was renovated in 2021. The deck is from 2019.' },
  features: [
    ...['Renovated kitchen', 'Large oak deck', 'Fenced back yard', 'Hardwood floors', 'Walk-in pantry'],
    ...['Gas fireplace', 'Tankless water heater', 'Double-pane windows', 'Covered front porch', 'Raised garden beds'],
  ],
});

/** Agents who ask for stories and hear them as the desk does: over server-sent events. */
export function createStoryClients(on: { text(target: string, text: string): void; end(target: string): void }) {
  let headers: Promise<Record<string, string>> | null = null;
  const asks = new Map<string, () => Promise<Response>>();

  async function hear(target: string, ask: () => Promise<Response>): Promise<void> {
    const { body, status } = await ask();
    if (body === null || status !== 200) throw new Error(`a story was answered ${status}`);
    const parser = createParser({
      onEvent({ event, data }) {
        if (event === 'text') return on.text(target, (JSON.parse(data) as { text: string }).text);
        const { basis, flags } = JSON.parse(data) as NarrativeAnswer;
        if (event !== 'done' || basis !== 'model') throw new Error(`a story ended with ${event} ${data}`);
        // With a sentence left out, the model may have written twice.
        if (flags.length > 0) throw new Error(`of a story was left out ${JSON.stringify(flags)}`);
      },
    });
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) parser.feed(chunk);
    on.end(target);
  }

  return {
    async add(url: string, n: number): Promise<string> {
      headers ??= headersAt(url);
      const sent = { method: 'POST', headers: await headers };
      const made = await fetch(`${url}/api/v1/listings`, { ...sent, body: JSON.stringify(homeOf(n)) });
      const { listingId } = (await made.json()) as { listingId: string };
      if (listingId === undefined) throw new Error(`a home was answered ${made.status}`);
      const request: NarrativeRequest = { listingId, style: 'professional', length: 'short', fresh: true };
      asks.set(listingId, () =>
        fetch(`${url}/api/v1/narratives`, {
          ...{ ...sent, headers: { ...sent.headers, accept: 'text/event-stream' } },
          body: JSON.stringify(request),
        }),
      );
      return listingId;
    },
    /** Asks for the stories among these. */
    begin(targets: Iterable<string>): void {
      for (const target of targets) {
        const ask = asks.get(target);
        if (ask !== undefined) void hear(target, ask);
      }
    },
  };
}

async function headersAt(url: string): Promise<Record<string, string>> {
  const { accessToken } = await signIn(url, 'supervisor@demo.example', demoPassword);
  return { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
}
