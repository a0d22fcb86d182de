import { readStorage, writeStorage } from '../readStorage.ts';

/** One soft note for a reply that nobody sees come, where the visitor turned it on. */
export function replySound(storageKey: string) {
  const key = `${storageKey}:sound`;
  let on = readStorage('local', key) !== null;
  let context: AudioContext | null = null;

  const soundOnce = () => {
    // A browser that makes no sound is no fault of the talk.
    play().catch(() => undefined);
  };
  async function play() {
    context ??= new AudioContext();
    // A page may sound only after somebody has pressed something on it: until then it stays silent.
    if (context.state === 'suspended') await context.resume();
    const at = context.currentTime;
    const tone = new OscillatorNode(context, { type: 'sine', frequency: 740 });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.linearRampToValueAtTime(0.1, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.4);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.42);
  }
  return {
    sounds: () => on,
    /** Turns it on, which is heard, or off. */
    toggle(): boolean {
      on = !on;
      writeStorage('local', key, on ? 'on' : null);
      if (on) soundOnce();
      return on;
    },
    play() {
      if (on) soundOnce();
    },
    stop() {
      void context?.close();
    },
  };
}
