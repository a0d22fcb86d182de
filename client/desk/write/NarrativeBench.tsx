import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { NarrativeLength, NarrativeStyle } from '../../../src/contract/rest/narratives.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { homeMoney } from '../../shared/labels/money.ts';
import { lengthLabels, styleLabels } from '../../shared/labels/narratives.ts';
import type { WriteAbout } from '../route.ts';
import { type Choice, Chooser } from './Chooser.tsx';
import { NarrativeText } from './NarrativeText.tsx';
import { useNarrative } from './useNarrative.ts';

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const found = 8;

/** A story of one home: what it is about at the left, its words at the right. */
export function NarrativeBench({ about }: { about: WriteAbout }) {
  const { session } = useSession();
  const [home, setHome] = useState<Choice | null>(null);
  const [lead, setLead] = useState<(Choice & { talk?: string }) | null>(null);
  const [style, setStyle] = useState<NarrativeStyle>('professional');
  const [length, setLength] = useState<NarrativeLength>('short');
  const [language, setLanguage] = useState('');
  const narrative = useNarrative();
  const { name } = useNamed(about, setHome, setLead);
  const write = (fresh: boolean) => {
    if (home === null) return;
    narrative.write({
      ...{ listingId: home.id, style, length },
      ...(lead === null ? {} : { leadId: lead.id }),
      ...(language === 'en' || language === 'es' ? { language } : {}),
      ...(fresh ? { fresh } : {}),
    });
  };
  return (
    <div className="home-columns write-columns">
      <section className="person-card write-form" aria-label="What to write">
        <h2>A story of a home</h2>
        <Chooser
          key={`home ${name}`}
          label="Home"
          placeholder="Address, area, or ID"
          chosen={home}
          onChoose={setHome}
          find={async (words) => {
            const query = { limit: found, ...(words === '' ? {} : { q: words }) };
            const { items } = await callRest(session, 'GET /listings', { query });
            return items.map(({ listingId, title, area, priceCents, currency }) => ({
              id: listingId,
              name: title,
              about: `${area} · ${homeMoney(priceCents, currency)}`,
            }));
          }}
        />
        <Chooser
          key={`lead ${name}`}
          label="For"
          placeholder="Name, full phone number, or email"
          none="Anyone"
          chosen={lead}
          onChoose={setLead}
          find={async (words) => {
            const query = { limit: found, ...(words === '' ? {} : { q: words }) };
            const { items } = await callRest(session, 'GET /leads', { query });
            return items.map(({ id, name: called, listingTitle, conversationId }) => ({
              ...{ id, name: called ?? 'No name yet', about: listingTitle ?? '', talk: conversationId },
            }));
          }}
        />
        <div className="write-choices">
          <NativeSelect
            label="Style"
            data={optionsOf(styleLabels)}
            value={style}
            onChange={(event) => setStyle(event.currentTarget.value as NarrativeStyle)}
          />
          <NativeSelect
            label="Length"
            data={optionsOf(lengthLabels)}
            value={length}
            onChange={(event) => setLength(event.currentTarget.value as NarrativeLength)}
          />
          <NativeSelect
            label="Language"
            data={[
              { value: '', label: lead === null ? 'English' : 'Theirs' },
              ...(lead === null ? [] : [{ value: 'en', label: 'English' }]),
              { value: 'es', label: 'Spanish' },
            ]}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value)}
          />
        </div>
        <div className="home-line">
          <Button disabled={home === null} loading={narrative.state === 'writing'} onClick={() => write(false)}>
            Write
          </Button>
          {narrative.state === 'writing' ? (
            <Button variant="default" onClick={narrative.stop}>
              Stop
            </Button>
          ) : null}
        </div>
        <p className="home-quiet">
          Everything it says of the home is on file. Schools, safety, and people are left out. Nothing is sent.
        </p>
      </section>
      <NarrativeText narrative={narrative} talk={about.talk ?? lead?.talk ?? null} onAgain={() => write(true)} />
    </div>
  );
}

/** Looks up the names of what the address names. */
function useNamed(
  { home, lead }: WriteAbout,
  setHome: (choice: Choice) => void,
  setLead: (choice: Choice & { talk?: string }) => void,
): { name: string } {
  const { session } = useSession();
  const [name, setName] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up once for each address; the setters stay the same
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      if (home !== null) {
        const { listingId, title, area } = await callRest(session, 'GET /listings/:id', { params: { id: home } });
        if (current) setHome({ id: listingId, name: title, about: area });
      }
      if (lead !== null) {
        const found = await callRest(session, 'GET /leads/:id', { params: { id: lead } });
        const talk = found.conversations[0]?.conversationId;
        const choice = { id: lead, name: found.name ?? 'No name yet', about: '' };
        if (current) setLead(talk === undefined ? choice : { ...choice, talk });
      }
      if (current) setName(`${home} ${lead}`);
    };
    // What the address names may be gone: then it is chosen anew.
    look().catch(() => current && setName('unknown'));
    return () => {
      current = false;
    };
  }, [session, home, lead]);
  return { name };
}
