import { recapTask } from '../features/coaching/draftRecap.ts';
import { askTask } from '../features/coaching/runAsk.ts';
import { coachTask } from '../features/coaching/runCoach.ts';
import { qualifyTask } from '../features/coaching/runQualify.ts';
import { translationTask } from '../features/coaching/runTranslation.ts';
import { narrateTask } from '../features/composing/narratives/narrateTask.ts';
import { reportTask } from '../features/composing/reports/writeProse.ts';
import { scriptTask } from '../features/composing/scripts/scriptTask.ts';
import { speakTask } from '../features/composing/speakTask.ts';
import { vetTask } from '../features/composing/vetTask.ts';
import { understandTask } from '../features/understanding/readWithModel.ts';

/** Everything that a model is ever asked to write: the names that settings may use. */
export const tasks = [
  coachTask,
  qualifyTask,
  askTask,
  recapTask,
  narrateTask,
  reportTask,
  translationTask,
  scriptTask,
  speakTask,
  vetTask,
  understandTask,
];

export const taskNames: readonly string[] = tasks.map(({ name }) => name);
