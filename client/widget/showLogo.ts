/**
 * Draws the brokerage's logo, or removes it. It is fetched and painted, because an image element would need `img-src` in the policy
 * of every page, where `connect-src` is there already. A logo that does not load is left out: the name stands beside it.
 */
export async function showLogo(canvas: HTMLCanvasElement, address: string | null): Promise<void> {
  if ((canvas.dataset.shown ?? '') === (address ?? '')) return;
  canvas.dataset.shown = address ?? '';
  canvas.hidden = true;
  if (address === null) return;
  const answer = await fetch(address, { credentials: 'omit' });
  if (!answer.ok) return;
  const picture = await createImageBitmap(await answer.blob());
  // A newer answer may have named another one meanwhile.
  if (canvas.dataset.shown !== address) return;
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
  canvas.hidden = false;
}
