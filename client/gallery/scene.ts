/** One state of one view. */
export interface Scene {
  /** In the address: `/?scene=desk-empty`. */
  name: string;
  title: string;
  /** The path that the page has, where the view reads it. */
  path?: string;
  /** What shows that the state is there: a selector that becomes visible. */
  sees: string;
  /** Draws it into an element that fills the page. */
  draw(into: HTMLElement): void;
  /** What a person would press to get there, once drawn. */
  press?: readonly string[];
}
