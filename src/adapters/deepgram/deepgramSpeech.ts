import { WebSocket } from 'ws';
import { z } from 'zod';
import type { CallLanguage } from '../../contract/rest/phone.ts';
import type { SpeechHeard, SpeechLine, SpeechService } from '../../features/calls/provider/ports.ts';

/** 8,000 bytes of µ-law are one second. */
const bytesPerMs = 8;
/** At most this much sound waits for the service; then the oldest is dropped. */
const mostWaitingMs = 10_000;
const handshakeTimeoutMs = 5_000;
/** After the last sound, its words may take this long. */
const lastWordsMs = 5_000;
const keepAliveMs = 4_000;

/** `multi`: several languages in one call, each sentence in its own. */
const codes: Record<CallLanguage, string> = { en: 'en-US', es: 'es', both: 'multi' };

const results = z.object({
  type: z.literal('Results'),
  is_final: z.boolean(),
  start: z.number(),
  duration: z.number(),
  channel: z.object({
    alternatives: z.array(z.object({ transcript: z.string(), confidence: z.number().min(0).max(1).optional() })).min(1),
  }),
});

/**
 * Deepgram's streaming service. `url`: such as wss://api.deepgram.com.
 * Source: Deepgram, "Live audio" (/v1/listen), "Audio keep alive" and "Close stream", https://developers.deepgram.com, read in November 2026.
 */
export function createDeepgramSpeech(url: string): SpeechService {
  const query =
    'encoding=mulaw&sample_rate=8000&channels=1&interim_results=true&punctuate=true&smart_format=true&model=nova-3';
  return {
    open: (key, language, heard) => openLine(`${url}/v1/listen?${query}&language=${codes[language]}`, key, heard),
  };
}

function openLine(address: string, key: string, { onWords, onStall }: SpeechHeard): SpeechLine {
  const socket = new WebSocket(address, {
    headers: { authorization: `Token ${key}` },
    handshakeTimeout: handshakeTimeoutMs,
  });
  /** The sound that came before the service was there, oldest first. */
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let isClosing = false;
  const keepAlive = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: 'KeepAlive' }));
  }, keepAliveMs);
  keepAlive.unref();

  function send(): void {
    for (const sound of waiting) socket.send(sound);
    waiting = [];
    waitingBytes = 0;
    if (isClosing) socket.send(JSON.stringify({ type: 'CloseStream' }));
  }
  socket.on('open', send);
  socket.on('message', (data, isBinary) => {
    const words = isBinary ? null : readResults(String(data));
    if (words !== null) onWords(words);
  });
  // The closing that follows says all there is to do.
  socket.on('error', () => {});
  socket.on('close', () => {
    clearInterval(keepAlive);
    if (!isClosing) onStall();
  });
  return {
    hear(sound) {
      if (socket.readyState === WebSocket.OPEN && socket.bufferedAmount < mostWaitingMs * bytesPerMs)
        return socket.send(sound);
      if (socket.readyState !== WebSocket.CONNECTING) return onStall();
      waiting.push(sound);
      waitingBytes += sound.length;
      while (waitingBytes > mostWaitingMs * bytesPerMs) {
        waitingBytes -= waiting.shift()?.length ?? 0;
        onStall();
      }
    },
    drop() {
      isClosing = true;
      waiting = [];
      waitingBytes = 0;
      socket.removeAllListeners('message');
      socket.terminate();
    },
    close() {
      if (isClosing) return;
      isClosing = true;
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: 'CloseStream' }));
      setTimeout(() => socket.terminate(), lastWordsMs).unref();
    },
  };
}

function readResults(text: string): Parameters<SpeechHeard['onWords']>[0] | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // Of a message that is no JSON nothing can be known.
    return null;
  }
  const { data } = results.safeParse(json);
  const best = data?.channel.alternatives[0];
  if (data === undefined || best === undefined || best.transcript.trim() === '') return null;
  return {
    text: best.transcript.trim(),
    confidence: best.confidence ?? null,
    isFinal: data.is_final,
    startMs: Math.round(data.start * 1000),
    endMs: Math.round((data.start + data.duration) * 1000),
  };
}
