import { Button, Menu, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CallParty, ConsentState } from '../../../src/contract/calls.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { useLead } from '../../shared/components/lead/useLead.ts';
import { useCommand, useToast } from '../../shared/components/Toast.tsx';
import { useNow } from '../../shared/components/useNow.ts';
import { callOutcomeLabel, callOutcomes, clockWords, consentToRead } from '../../shared/labels/calls.ts';
import { type CallView, transcriptOf } from '../../shared/state/callOf.ts';
import { isElsewhere } from '../useDeskKeys.ts';
import { type MicrophoneState, useMicrophone } from './useMicrophone.ts';
import './call.css';

interface CallBarProps {
  call: CallView;
  conversationId: string;
  leadId: string | undefined;
  /** Nobody of the team has taken it here yet. */
  isFree: boolean;
  /** Another person of the team is on it: it is only watched. */
  isOthers: boolean;
}

/** A call that goes on: how long, whether it may be transcribed, whose words the microphone hears, and its end. Keys for one hand. */
export function CallBar({ call, conversationId, leadId, isFree, isOthers }: CallBarProps) {
  const now = useNow(1000);
  const transcript = transcriptOf(call);
  return (
    <section className="call-bar" aria-label="Call">
      <p className="call-clock">
        <Icon name="phone" size={16} />
        <b>{directionWords[call.direction ?? 'unknown']}</b>
        <time>{clockWords(now - Date.parse(call.startedAt))}</time>
        <span className={`call-transcript ${transcript}`}>{transcriptWords[transcript]}</span>
      </p>
      {call.caller === 'probable' || call.caller === 'other' ? (
        <WhoCalls call={call} leadId={leadId} canSay={!isFree && !isOthers} />
      ) : null}
      {isFree ? <JoinCall callId={call.callId} conversationId={conversationId} /> : null}
      {isFree || isOthers ? null : <CallKeys call={call} />}
    </section>
  );
}

/** Until the agent has asked, a number that the phone company can't confirm says little about the caller. */
function WhoCalls({ call, leadId, canSay }: { call: CallView; leadId: string | undefined; canSay: boolean }) {
  const run = useCommand();
  // Their name may stand with another record of the same number.
  const leadName = useLead(leadId, 0)?.name ?? null;
  const name = (isThem: boolean) => void run('call-caller', { callId: call.callId, isThem });
  if (call.caller === 'other')
    return <p className="call-words">Someone else is calling on this number. What’s on file may not be about them.</p>;
  return (
    <>
      <p className="call-words">
        {leadName === null
          ? 'The phone company can’t confirm this number.'
          : `Probably ${leadName}: the phone company can’t confirm the number.`}{' '}
        Ask who’s calling before you share anything personal.
      </p>
      {canSay && leadName !== null ? (
        <div className="call-keys">
          <Button variant="default" onClick={() => name(true)}>
            It’s {leadName}
          </Button>
          <Button variant="default" onClick={() => name(false)}>
            It’s someone else
          </Button>
        </div>
      ) : null}
    </>
  );
}

function JoinCall(payload: { callId: string; conversationId: string }) {
  const run = useCommand();
  return (
    <div className="call-keys">
      <Button onClick={() => void run('call-attach', { ...payload, consent: null })}>I’m on this call</Button>
    </div>
  );
}

const directionWords = { inbound: 'Incoming call', outbound: 'Outgoing call', unknown: 'Call' } as const;

const transcriptWords = {
  'not-asked': 'No transcript yet',
  asked: 'Waiting for their answer',
  on: 'Transcript on',
  off: 'No transcript: they don’t want one',
} as const;

const microphoneWords: Record<MicrophoneState, string> = {
  none: 'This browser has no speech recognition. Use Chrome or Edge to transcribe with the microphone.',
  off: 'Your browser’s speech recognition hears the microphone. In Chrome, the sound goes to Google.',
  on: 'Listening. The sound goes to your browser’s speech recognition, and only the words come here.',
  blocked: 'The microphone is blocked. Allow it in the browser’s address bar, then turn it on again.',
};

function CallKeys({ call }: { call: CallView }) {
  const run = useCommand();
  const toast = useToast();
  const { callId, rule } = call;
  const transcript = transcriptOf(call);
  const [speaker, setSpeaker] = useState<CallParty>('agent');
  const microphone = useMicrophone(callId, call.startedAt, speaker, toast);
  const { state, start, stop } = microphone;
  // In a state of one party's consent the agent's own key is enough, but not against their no.
  const asked: CallParty = rule === 'one-party' && transcript !== 'off' ? 'agent' : 'lead';
  const consent = (of: CallParty, next: ConsentState) => void run('call-consent', { callId, party: of, state: next });

  useEffect(() => {
    if (transcript !== 'on') stop();
  }, [transcript, stop]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return;
      if (event.key === 'y' && transcript !== 'on') void run('call-consent', { callId, party: asked, state: 'given' });
      else if (event.key === 'n' && transcript !== 'off')
        void run('call-consent', { callId, party: 'lead', state: transcript === 'on' ? 'withdrawn' : 'refused' });
      else if (event.key === 's') setSpeaker((before) => (before === 'agent' ? 'lead' : 'agent'));
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [run, callId, asked, transcript]);

  return (
    <>
      <div className="call-keys">
        {transcript === 'on' ? (
          <>
            {state === 'none' || call.isHeardByPhone ? null : state === 'on' ? (
              <Button variant="default" onClick={stop}>
                Stop listening
              </Button>
            ) : (
              <Button onClick={start}>Listen with the microphone</Button>
            )}
            {state === 'on' ? (
              <SegmentedControl
                size="xs"
                aria-label="Who is speaking (key s)"
                value={speaker}
                onChange={(next) => setSpeaker(next as CallParty)}
                data={[
                  { value: 'agent', label: 'Me' },
                  { value: 'lead', label: 'Them' },
                ]}
              />
            ) : null}
            <Button variant="default" title="n" onClick={() => consent('lead', 'withdrawn')}>
              Erase and stop
            </Button>
          </>
        ) : transcript === 'off' && !call.isNoFromBefore ? null : (
          <>
            <Button title="y" onClick={() => consent(asked, 'given')}>
              {asked === 'agent' ? 'I told them' : 'They agreed'}
            </Button>
            {transcript === 'off' ? null : (
              <Button variant="default" title="n" onClick={() => consent('lead', 'refused')}>
                They declined
              </Button>
            )}
          </>
        )}
        <Menu position="bottom-end" width={180}>
          <Menu.Target>
            <Button variant="default" rightSection={<Icon name="chevron" size={14} />}>
              End call
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {callOutcomes.map((outcome) => (
              <Menu.Item key={outcome} onClick={() => void run('call-end', { callId, outcome })}>
                {callOutcomeLabel(outcome)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <p className="call-words">
        {transcript === 'on' ? (
          call.isHeardByPhone ? (
            'The phone line is being transcribed.'
          ) : (
            microphoneWords[state]
          )
        ) : call.isNoFromBefore ? (
          <>
            They didn’t want a transcript of an earlier call. Ask before you write this one down:{' '}
            <q>{consentToRead['all-party']}</q>
          </>
        ) : transcript === 'off' ? (
          'Nothing of this call is written down. You can still take notes.'
        ) : (
          <>
            To transcribe this call, say: <q>{consentToRead[rule]}</q>
          </>
        )}
      </p>
    </>
  );
}
