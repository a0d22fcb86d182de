import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserOfFile } from '../journeys/browserOfFile.ts';
import { lookThrough } from '../support/lookThrough.ts';
import { type Gallery, openGallery } from '../support/openGallery.ts';

const browser = browserOfFile();
let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

describe.each(['desk', 'wall', 'widget'])('every state of the %s', (view) => {
  it('can be seen, fits a desktop and a phone, and breaks no rule of accessibility, in the dark either', {
    // Some hundred pages.
    timeout: 900_000,
  }, async () => {
    const { seen, wrong } = await lookThrough(browser, gallery, view, ['light', 'dark', 'phone']);
    expect(seen).toBeGreaterThan(8);
    expect(wrong).toEqual([]);
  });
});
