/** One state of one view. */
export interface Scene {
  /** In the address: `/?scene=desk-empty`. */
  name: string;
  title: string;
  /** The path that the page has, where the view reads it. */
  path?: string;
  /** A selector that becomes visible once the state is reached. */
  sees: string;
  /** Draws it into an element that fills the page; the answer takes it away again. */
  draw(into: HTMLElement): () => void;
  /** The presses that lead there, once drawn. */
  press?: readonly string[];
}
