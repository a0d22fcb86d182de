/** One edit that takes a guard out of the code: `guard` stands exactly once in `file`. */
export interface GuardRemoval {
  file: string;
  guard: string;
  instead: string;
}

/** One attack of the list S1–S88, and what shows how it ends. */
export type Attack = {
  id: `S${number}`;
  /** The attack, in one line. */
  attack: string;
} & (
  | {
      /** The file whose tests carry the id in their names, as a word: they pass while the attack is held off. */
      shownBy: string;
      /** With these edits the tests of the id fail, so they can see the attack. */
      failsWithout: readonly GuardRemoval[];
    }
  /** It succeeds today: its gain, and why it still stands. */
  | { fallen: string }
  /** There is nothing to attack yet. */
  | { notApplicable: string }
);
