import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallParty } from '../../../src/contract/calls.ts';
import { useHub } from '../../shared/components/HubContext.tsx';
import { newCommandId } from '../../shared/connection/newCommandId.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { type Recognizer, recognizerIn } from './recognizer.ts';

export type MicrophoneState = 'none' | 'off' | 'on' | 'blocked';

/**
 * Writes down what this computer's microphone hears, by the browser's own speech recognition. Off until it is turned on. `speaker`: whose
 * words it hears just now.
 */
export function useMicrophone(callId: string, startedAt: string, speaker: CallParty, onRefused: (why: string) => void) {
  const hub = useHub();
  const [state, setState] = useState<MicrophoneState>(() => (recognizerIn(window) === null ? 'none' : 'off'));
  const recognizer = useRef<Recognizer | null>(null);
  const seq = useRef(0);
  const said = useRef(speaker);
  said.current = speaker;
  const refused = useRef(onRefused);
  refused.current = onRefused;

  const stop = useCallback(() => {
    recognizer.current?.stop();
    recognizer.current = null;
    setState((before) => (before === 'on' ? 'off' : before));
  }, []);

  const start = useCallback(() => {
    const open = recognizerIn(window);
    if (open === null) return;
    const sinceStart = () => Math.max(0, Date.now() - Date.parse(startedAt));
    let utterance = { id: newCommandId(), startMs: sinceStart(), speaker: said.current };
    recognizer.current = open({
      language: navigator.language,
      onWords(text, isFinal, confidence) {
        seq.current += 1;
        const { id: utteranceId, startMs, speaker: of } = utterance;
        const words = { text, isFinal, confidence, language: navigator.language.slice(0, 20) };
        const at = { startMs, endMs: Math.max(startMs, sinceStart()), seq: seq.current };
        hub.send('call-segment', { callId, utteranceId, speaker: of, ...at, ...words }).catch((error: unknown) => {
          const refusal = refusalIn(error);
          if (refusal === null) throw error;
          if (refusal.code === 'OFFLINE') return;
          stop();
          refused.current(refusal.message);
        });
        if (isFinal) utterance = { id: newCommandId(), startMs: sinceStart(), speaker: said.current };
      },
      onBlocked() {
        recognizer.current = null;
        setState('blocked');
      },
    });
    setState('on');
  }, [hub, callId, startedAt, stop]);

  useEffect(() => () => recognizer.current?.stop(), []);
  return { state, start, stop };
}
