/** Paints a picture: an image element would need `img-src` in the policy of every page, where `connect-src` is there already. */
export async function paintPicture(canvas: HTMLCanvasElement, bytes: Blob): Promise<void> {
  const picture = await createImageBitmap(bytes);
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
}
