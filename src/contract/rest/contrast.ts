/** The backgrounds that the accent stands on in the widget, by day and by night. */
export const widgetGrounds = { light: '#ffffff', dark: '#151b1b' } as const;
/** The contrast that a text needs to be read (WCAG 2.2, 1.4.3). */
export const leastContrast = 4.5;

/** Contrast of two `#rrggbb` colors, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: string, other: string): number {
  const [lighter, darker] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(colour: string): number {
  const channel = (at: number) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** White or near black, whichever is read better on the color. */
export const textOn = (colour: string): string =>
  contrastOf(colour, '#ffffff') >= contrastOf(colour, '#0b1211') ? '#ffffff' : '#0b1211';

/** The accents that a tenant begins with. */
export const ownColours = { light: '#0f766e', dark: '#2dd4bf' } as const;
