import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import type { WriteAbout } from '../route.ts';
import type { Choice } from './Chooser.tsx';
import { HomeChooser } from './HomeChooser.tsx';
import { type LeadChoice, LeadChooser } from './LeadChooser.tsx';
import { NarrativeText } from './NarrativeText.tsx';
import { type Look, StyleFields } from './StyleFields.tsx';
import { useNarrative } from './useNarrative.ts';

/** A story of one home: its subject at the left, its words at the right. */
export function NarrativeBench({ about }: { about: WriteAbout }) {
  const [home, setHome] = useState<Choice | null>(null);
  const [lead, setLead] = useState<LeadChoice | null>(null);
  const [look, setLook] = useState<Look>({ style: 'professional', length: 'short' });
  const [language, setLanguage] = useState('');
  const narrative = useNarrative();
  const { name } = useNamed(about, setHome, setLead);
  const write = () => {
    if (home === null) return;
    narrative.write({
      ...{ listingId: home.id, ...look },
      ...(lead === null ? {} : { leadId: lead.id }),
      ...(language === 'en' || language === 'es' ? { language } : {}),
    });
  };
  return (
    <div className="home-columns write-columns">
      <section className="person-card write-form" aria-label="What to write">
        <h2>A story of a home</h2>
        <HomeChooser key={`home ${name}`} chosen={home} onChoose={setHome} />
        <LeadChooser key={`lead ${name}`} chosen={lead} onChoose={setLead} />
        <div className="write-choices">
          <StyleFields look={look} onChange={setLook} />
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
          <Button disabled={home === null} loading={narrative.state === 'writing'} onClick={write}>
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
      <NarrativeText
        narrative={narrative}
        talk={lead?.id === narrative.answer?.leadId ? (about.talk ?? lead?.talk ?? null) : null}
      />
    </div>
  );
}

/** Looks up the names of what the address names. */
function useNamed(
  { home, lead }: WriteAbout,
  setHome: (choice: Choice) => void,
  setLead: (choice: LeadChoice) => void,
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
    // The home or the lead that the address names may be gone: then the person chooses anew.
    look().catch(() => current && setName('unknown'));
    return () => {
      current = false;
    };
  }, [session, home, lead]);
  return { name };
}
