import type { ScriptChannel, ScriptKind, ScriptObjection } from '../../../contract/scriptKinds.ts';
import type { Language } from '../../reading/model.ts';

/** The request for a script; `objection` counts only if `kind` is one. */
export interface ScriptAsk {
  kind: ScriptKind;
  channel: ScriptChannel;
  objection?: ScriptObjection | undefined;
}

/** All that a script may say of a person and their home; an absent fact is unknown, and the clause that needs it is left out. */
export interface ScriptFacts {
  brokerage: string;
  /** The name of the agent who says it; absent for a program. */
  agent?: string;
  first?: string;
  /** The home it is about, by its title. */
  home?: string;
  /** The area where they look, or where their home is. */
  area?: string;
  /** The appointment in words: "our call", "the showing at 12 Oak Street". */
  meeting?: string;
  time?: string;
  /** The person they meet, if it is not the speaker. */
  host?: string;
}

/** Something the lead may say to it, and a good answer. */
export interface ExpectedObjection {
  says: string;
  reply: string;
}

/** The body of a script: greeting, sender and opt-out are added to it. */
export interface ScriptBody {
  text: string;
  /** Of an email. */
  subject?: string;
}

/** A body with why it is built as it is, and what to expect. */
export interface ScriptDraft extends ScriptBody {
  rationale: string;
  objections: readonly ExpectedObjection[];
}

/**
 * Authored words. `{home}` stands for a fact; a clause in brackets is said only if its facts are known, and what follows the bar
 * in its place: "about [{home}|the home]".
 */
export interface AuthoredScript extends Readonly<Record<Language, AuthoredBodies>> {
  /** For the agent. */
  rationale: string;
  /** Which of the situation's objections to expect. */
  expects: readonly number[];
}
export interface AuthoredBodies {
  call: string;
  text: string;
  email: string;
  subject: string;
}
export interface AuthoredSituation {
  scripts: readonly [AuthoredScript, AuthoredScript, AuthoredScript];
  objections: Readonly<Record<Language, readonly ExpectedObjection[]>>;
}
