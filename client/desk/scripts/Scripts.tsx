import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ScriptsAnswer, ScriptsRequest } from '../../../src/contract/rest/scripts.ts';
import {
  type ScriptObjection,
  scriptChannels,
  scriptKinds,
  scriptObjections,
} from '../../../src/contract/scriptKinds.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { scriptChannelLabels, scriptKindLabels, scriptObjectionLabels } from '../../shared/labels/scripts.ts';
import { ScriptCard } from './ScriptCard.tsx';
import './scripts.css';

interface ScriptsProps {
  /** The lead whom they are for; null: anybody. */
  leadId: string | null;
  /** To begin with: the replies to this objection. */
  objection?: ScriptObjection;
  /** Puts the words into the reply box of the open conversation; absent without one. */
  onInsert?: (text: string) => void;
}

const languages = [
  { value: 'en', label: 'English' },
  { value: 'es', label: 'Spanish' },
];

/** Three scripts for a call, a text or an email, to be copied, saved or put into the reply box. Nothing is sent from here. */
export default function Scripts({ leadId, objection: met, onInsert }: ScriptsProps) {
  const saving = useSaving();
  const kinds = scriptKinds.filter((one) => leadId !== null || one !== 'appointment-confirmation');
  const [kind, setKind] = useState(met === undefined ? (kinds[0] ?? 're-engagement') : 'objection');
  const [channel, setChannel] = useState<(typeof scriptChannels)[number]>('text');
  const [objection, setObjection] = useState<ScriptObjection>(met ?? 'price');
  const [language, setLanguage] = useState<'' | 'en' | 'es'>(leadId === null ? 'en' : '');
  const [answer, setAnswer] = useState<ScriptsAnswer | null>(null);
  const pick = <T extends string>(all: readonly T[], value: string, set: (one: T) => void) => {
    const chosen = all.find((one) => one === value);
    if (chosen !== undefined) set(chosen);
  };
  return (
    <div className="scripts">
      <form
        className="scripts-ask"
        onSubmit={async (event) => {
          event.preventDefault();
          const body: ScriptsRequest = {
            ...{ kind, channel },
            ...(kind === 'objection' ? { objection } : {}),
            ...(leadId === null ? {} : { leadId }),
            ...(language === '' ? {} : { language }),
          };
          setAnswer(await saving.run('POST /scripts', { body }));
        }}
      >
        <NativeSelect
          label="What it’s for"
          value={kind}
          data={kinds.map((one) => ({ value: one, label: scriptKindLabels[one] }))}
          onChange={(event) => pick(kinds, event.currentTarget.value, setKind)}
        />
        {kind === 'objection' ? (
          <NativeSelect
            label="Objection"
            value={objection}
            data={scriptObjections.map((one) => ({ value: one, label: scriptObjectionLabels[one] }))}
            onChange={(event) => pick(scriptObjections, event.currentTarget.value, setObjection)}
          />
        ) : null}
        <NativeSelect
          label="Language"
          value={language}
          data={leadId === null ? languages : [{ value: '', label: 'The lead’s' }, ...languages]}
          onChange={(event) => pick(['', 'en', 'es'] as const, event.currentTarget.value, setLanguage)}
        />
        <div className="scripts-line">
          <SegmentedControl
            aria-label="Channel"
            data={scriptChannels.map((one) => ({ value: one, label: scriptChannelLabels[one] }))}
            value={channel}
            onChange={(value) => pick(scriptChannels, value, setChannel)}
          />
          <Button type="submit" size="sm" loading={saving.state === 'saving'}>
            {answer === null ? 'Write scripts' : 'Write again'}
          </Button>
        </div>
      </form>
      <div role="status">
        {saving.state === 'failed' ? <p className="scripts-fault">{saving.refusal?.message}</p> : null}
        {answer !== null && saving.state !== 'saving' ? (
          <p className="scripts-quiet">
            {answer.basis === 'model' ? 'Written by Claude' : 'From the playbook'}. Read it before you use it: nothing
            is sent from here.
          </p>
        ) : null}
        {answer?.needsConsent && answer.channel !== 'email' ? (
          <p className="scripts-caution">
            {answer.channel === 'text'
              ? 'This person hasn’t agreed to texts yet. Get their consent before you send one.'
              : 'This person hasn’t agreed to calls yet. Get their consent before you call.'}
          </p>
        ) : null}
      </div>
      {answer === null || saving.state === 'saving' ? null : (
        <ol className="script-cards" lang={answer.language}>
          {answer.variants.map((script, at) => (
            <li key={script.variantId}>
              <ScriptCard
                script={script}
                title={`Version ${at + 1}`}
                saveAs={`${scriptKindLabels[answer.kind]} ${at + 1}`}
                {...(onInsert === undefined || answer.channel === 'call' ? {} : { onInsert })}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
