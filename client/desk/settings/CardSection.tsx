import { Button, MultiSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { BrokerageCard, InBothLanguages } from '../../../src/contract/rest/settings.ts';
import { type SpokenLanguage, settingsLimits, spokenLanguages } from '../../../src/contract/rest/settingsLimits.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { OpenHouses } from './OpenHouses.tsx';
import { Section, SettingsForm } from './parts.tsx';
import { TryOnTalks } from './TryOnTalks.tsx';
import { useBrokerage } from './useBrokerage.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });
const languageChoices = spokenLanguages.map((code) => ({ value: code, label: names.of(code) ?? code }));
const chosenOf = (chosen: readonly string[]): SpokenLanguage[] =>
  spokenLanguages.filter((code) => chosen.includes(code));

const sentences = [
  ['hoursToo', 'Note about your hours', 'Sundays are by appointment.'],
  ['fees', 'Fees', 'Talking with us is free. Fees are negotiable and agreed in writing before any work begins.'],
  [
    'represents',
    'Your role on your own listings',
    'On our own listings we work for the seller. You’re welcome to bring an agent of your own.',
  ],
] as const;
const inWords = { en: 'in English', es: 'in Spanish' } as const;
const nobody: BrokerageCard['people'][number] = { name: '', does: { en: '', es: '' }, languages: [] };

/** The card of the brokerage, which Jorge tells when a visitor asks. */
export function CardSection() {
  const form = useBrokerage();
  const readOnly = useSession().user.role !== 'admin';
  return (
    <Section
      title="About you"
      about="Jorge uses this to answer visitors who ask about your brokerage. He doesn’t mention anything you leave blank. Your hours are under Business hours."
      loaded={form.loaded}
    >
      {() => {
        if (!form.draft) return null;
        const { card } = form.draft;
        const edit = (change: Partial<BrokerageCard>) => form.edit({ card: { ...card, ...change } });
        const editPerson = (at: number, change: Partial<BrokerageCard['people'][number]>) =>
          edit({ people: card.people.map((person, index) => (index === at ? { ...person, ...change } : person)) });
        return (
          <SettingsForm form={form} readOnly={readOnly} marks={['card']} after={<OpenHouses />}>
            <TextInput
              label="Office"
              placeholder="1100 Ridgeline Walk, Austin"
              maxLength={settingsLimits.cardTextChars}
              value={card.office}
              error={form.faultOf('card.office')}
              onChange={(event) => edit({ office: event.currentTarget.value })}
            />
            <TagsInput
              label="Areas you work in"
              description="Name them as you would to a visitor."
              maxTags={settingsLimits.cardAreas}
              value={card.areas}
              error={form.faultOf('card.areas')}
              onChange={(areas) => edit({ areas })}
            />
            <MultiSelect
              label="Languages your team speaks"
              data={languageChoices}
              value={card.languages}
              onChange={(chosen) => edit({ languages: chosenOf(chosen) })}
            />
            {sentences.map(([field, label, example]) => (
              <BothLanguages
                key={field}
                label={label}
                example={example}
                value={card[field]}
                faultOf={(part) => form.faultOf(`card.${field}${part}`)}
                onChange={(value) => edit({ [field]: value })}
              />
            ))}
            {card.people.map((person, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a person has no other mark while the name is typed
              <fieldset key={at} className="settings-form boxed">
                <legend>{person.name || 'New person'}</legend>
                <TextInput
                  label="Name"
                  maxLength={120}
                  value={person.name}
                  error={form.faultOf(`card.people.${at}.name`)}
                  onChange={(event) => editPerson(at, { name: event.currentTarget.value })}
                />
                <BothLanguages
                  label="What this person does (follows the name)"
                  example="lists homes south of the river"
                  value={person.does}
                  faultOf={(part) => form.faultOf(`card.people.${at}.does${part}`)}
                  onChange={(does) => editPerson(at, { does })}
                />
                <MultiSelect
                  label="Languages"
                  data={languageChoices}
                  value={person.languages}
                  onChange={(chosen) => editPerson(at, { languages: chosenOf(chosen) })}
                />
                <Button
                  variant="subtle"
                  color="red"
                  size="sm"
                  onClick={() => edit({ people: card.people.filter((_, index) => index !== at) })}
                >
                  Remove {person.name || 'this person'}
                </Button>
              </fieldset>
            ))}
            {!readOnly && card.people.length < settingsLimits.cardPeople ? (
              <Button variant="default" size="sm" onClick={() => edit({ people: [...card.people, nobody] })}>
                Add a person
              </Button>
            ) : null}
            {readOnly ? null : <TryOnTalks change={() => ({ about: card })} />}
          </SettingsForm>
        );
      }}
    </Section>
  );
}

function BothLanguages(props: {
  label: string;
  example: string;
  value: InBothLanguages;
  /** The refusal of it, in words: for one language (`.en`), or for both. */
  faultOf(part: string): string | null;
  onChange(value: InBothLanguages): void;
}) {
  const { label, example, value, faultOf, onChange } = props;
  return (
    <div className="settings-pair">
      {(['en', 'es'] as const).map((language) => (
        <Textarea
          key={language}
          label={`${label}, ${inWords[language]}`}
          placeholder={language === 'en' ? example : undefined}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={settingsLimits.cardTextChars}
          value={value[language]}
          error={faultOf(`.${language}`)}
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
