/** A speech recognition that runs until it is stopped. */
export interface Recognizer {
  stop(): void;
}
interface Listening {
  /** Such as "en-US". */
  language: string;
  /** `confidence`: from 0 to 1; null where it is not told. */
  onWords(text: string, isFinal: boolean, confidence: number | null): void;
  /** The microphone may not be used. */
  onBlocked(): void;
}

/** The parts of the Web Speech API that are used; TypeScript's own types do not have it. https://wicg.github.io/speech-api/ */
interface SpeechRecognition {
  continuous: boolean;
  interimResults: boolean;
  lang: string;
  onresult: ((event: { resultIndex: number; results: ArrayLike<SpeechResult> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
}
type SpeechResult = ArrayLike<{ transcript: string; confidence: number }> & { isFinal: boolean };
type SpeechWindow = Partial<Record<'SpeechRecognition' | 'webkitSpeechRecognition', new () => SpeechRecognition>>;

const blocked: ReadonlySet<string> = new Set(['not-allowed', 'service-not-allowed', 'audio-capture']);
/** The browser ends a recognition after some silence. */
const againMs = 250;

/** How to begin a recognition in this browser; null where it has none. */
export function recognizerIn(page: object): ((listening: Listening) => Recognizer) | null {
  const { SpeechRecognition, webkitSpeechRecognition } = page as SpeechWindow;
  const Recognition = SpeechRecognition ?? webkitSpeechRecognition;
  if (Recognition === undefined) return null;
  return ({ language, onWords, onBlocked }) => {
    const recognition = new Recognition();
    let isStopped = false;
    recognition.continuous = true;
    recognition.interimResults = true;
    recognition.lang = language;
    recognition.onresult = ({ resultIndex, results }) => {
      for (let at = resultIndex; at < results.length; at += 1) {
        const result = results[at];
        const best = result?.[0];
        const text = best?.transcript.trim() ?? '';
        if (!result || !best || text === '') continue;
        const isKnown = result.isFinal && best.confidence > 0 && best.confidence <= 1;
        onWords(text, result.isFinal, isKnown ? best.confidence : null);
      }
    };
    recognition.onerror = ({ error }) => {
      if (!blocked.has(error)) return;
      isStopped = true;
      onBlocked();
    };
    recognition.onend = () => {
      if (!isStopped) setTimeout(() => !isStopped && recognition.start(), againMs);
    };
    recognition.start();
    return {
      stop() {
        isStopped = true;
        recognition.stop();
      },
    };
  };
}
