let context: AudioContext | null = null;

/** Browsers let a page sound only after its person has pressed something on it: from then on it can. */
export function readySound(): () => void {
  const ready = () => {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume();
  };
  const events = ['pointerdown', 'keydown'] as const;
  for (const event of events) window.addEventListener(event, ready, { passive: true });
  return () => {
    for (const event of events) window.removeEventListener(event, ready);
  };
}

/** Two soft notes, half a second in all; silence where the browser does not let us yet. */
export function softSound(): void {
  if (context?.state !== 'running') return;
  for (const [index, hertz] of [659.25, 880].entries()) {
    const at = context.currentTime + index * 0.16;
    const tone = new OscillatorNode(context, { type: 'sine', frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.34);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.36);
  }
}
