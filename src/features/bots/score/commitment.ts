import type { EngagementStats } from '../state/protocol.ts';

const weights = { velocity: 0.2, length: 0.15, questions: 0.2, objection: 0.25, contact: 0.2 } as const;
const minuteMs = 60_000;
const noObjection = 60;

/** The parts of the commitment score, each 0–100; `velocity` is null until the visitor has replied to something. */
interface CommitmentParts {
  velocity: number | null;
  length: number;
  questions: number;
  objection: number;
  contact: number;
}

/** How fast the visitor answers, on average. */
export function velocityOf(meanReplyMs: number): number {
  const minutes = meanReplyMs / minuteMs;
  if (minutes <= 5) return 100;
  if (minutes <= 60) return 80;
  if (minutes <= 360) return 60;
  if (minutes <= 1440) return 40;
  return minutes <= 4320 ? 20 : 0;
}

/** From the visitor's own messages only. Null before the first. */
export function commitmentParts(talk: EngagementStats): CommitmentParts | null {
  if (talk.messages === 0) return null;
  return {
    velocity: talk.replies === 0 ? null : velocityOf(talk.replyMs / talk.replies),
    length: Math.min(100, (talk.words / talk.messages) * 4),
    questions: Math.min(100, talk.asking * 25),
    objection:
      talk.objectionsRaised === 0 ? noObjection : Math.min(1, talk.objectionsResolved / talk.objectionsRaised) * 100,
    contact: talk.wantsContact ? 100 : 0,
  };
}

/** Psychological commitment (PCS), 0–100. A part that is not observed yet is left out, and its weight goes to the others. */
export function pcsOf({ velocity, length, questions, objection, contact }: CommitmentParts): number {
  const rest =
    weights.length * length + weights.questions * questions + weights.objection * objection + weights.contact * contact;
  return velocity === null ? rest / (1 - weights.velocity) : rest + weights.velocity * velocity;
}

const dayMs = 86_400_000;

/** How fresh the talk is: 100 within a day, 0 after thirty. */
export function recencyOf(lastVisitorAt: string | null, at: string): number | null {
  if (lastVisitorAt === null) return null;
  if (lastVisitorAt === at) return 100;
  const days = (Date.parse(at) - Date.parse(lastVisitorAt)) / dayMs;
  if (days <= 1) return 100;
  if (days <= 3) return 80;
  if (days <= 7) return 60;
  return days <= 30 ? 30 : 0;
}
