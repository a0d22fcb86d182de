import type { ChatDrawn, ChatHost } from '../chatParts.ts';
import { createElement } from '../createElement.ts';

/**
 * The photos of people in the place of their initials, where they have one. They are fetched and painted, because an image element would
 * need `img-src` in the policy of every page.
 */
export function personFaces({ root, hub, ui, redraw }: ChatHost) {
  const photos = new Map<string, ImageBitmap | null>();
  let stopped = false;

  async function load(id: string): Promise<void> {
    photos.set(id, null);
    try {
      const answer = await fetch(`${hub}/photos/${encodeURIComponent(id)}`, { credentials: 'omit' });
      if (answer.status !== 200) return;
      photos.set(id, await createImageBitmap(await answer.blob()));
      if (!stopped) redraw();
    } catch {
      // Without it the initials stay.
    }
  }

  function paint(face: Element | null, id: string | undefined): void {
    const photo = id === undefined ? null : photos.get(id);
    if (!face || !photo || face.querySelector('canvas')) return;
    const canvas = createElement('canvas') as HTMLCanvasElement;
    canvas.width = photo.width;
    canvas.height = photo.height;
    canvas.getContext('2d')?.drawImage(photo, 0, 0);
    face.replaceChildren(canvas);
  }

  return {
    drawn({ entries }: ChatDrawn) {
      const names = new Map<string, string>();
      for (const { actor } of entries)
        if ((actor.kind === 'agent' || actor.kind === 'supervisor') && actor.name) names.set(actor.id, actor.name);
      for (const id of names.keys()) if (!photos.has(id)) void load(id);
      for (const message of root.querySelectorAll<HTMLElement>('.message.person'))
        paint(message.querySelector('.face'), message.dataset.by);
      // The line names the answering person only: of two who share it neither is shown, unless one of them wrote the line.
      const change = entries.findLast((entry) => entry.type === 'conversation-changed');
      const named = [...names].filter(([, name]) => name === change?.data.agentName).map(([id]) => id);
      const speaker = named.find((id) => id === change?.actor.id) ?? (named.length === 1 ? named[0] : undefined);
      // Its initials are written after this part was told.
      queueMicrotask(() => paint(ui.face, speaker));
    },
    stop() {
      stopped = true;
      for (const photo of photos.values()) photo?.close();
    },
  };
}
