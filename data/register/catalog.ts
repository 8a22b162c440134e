import type { RegisterKind } from '#data/schema/records/register.ts';
import { analysisRequest } from './analysis-request.ts';
import { appointment } from './appointment.ts';
import { assessment } from './assessment.ts';
import { explainer } from './explainer.ts';
import { explainerGiven } from './explainer-given.ts';
import type { KindSpec, RegisterState } from './field.ts';
import { liaison } from './liaison.ts';
import { news } from './news.ts';
import { objective } from './objective.ts';
import { policySuggestion } from './policy-suggestion.ts';
import { potentialProblem } from './potential-problem.ts';
import { practiceChange } from './practice-change.ts';
import { program } from './program.ts';
import { programActivity } from './program-activity.ts';
import { project } from './project.ts';
import { proposal } from './proposal.ts';
import { publication } from './publication.ts';
import { surveyWave } from './survey-wave.ts';
import { trainingNeed } from './training-need.ts';
import { watch } from './watch.ts';

/** Every kind of the register. */
export const REGISTER: Readonly<Record<RegisterKind, KindSpec>> = {
  assessment,
  watch,
  project,
  news,
  explainer,
  'explainer-given': explainerGiven,
  program,
  'program-activity': programActivity,
  proposal,
  'survey-wave': surveyWave,
  objective,
  liaison,
  appointment,
  'policy-suggestion': policySuggestion,
  publication,
  'practice-change': practiceChange,
  'training-need': trainingNeed,
  'analysis-request': analysisRequest,
  'potential-problem': potentialProblem,
};

/** The screen's order: what an entry is for, not what it is called. */
export const SHELVES: readonly { readonly title: string; readonly kinds: readonly RegisterKind[] }[] = [
  { title: 'Problems and analysis', kinds: ['potential-problem', 'analysis-request', 'project'] },
  { title: 'Places and watches', kinds: ['assessment', 'watch', 'liaison'] },
  { title: 'Telling and teaching', kinds: ['news', 'explainer', 'explainer-given', 'publication', 'objective'] },
  { title: 'Programs and surveys', kinds: ['program', 'program-activity', 'proposal', 'survey-wave'] },
  { title: 'The department itself', kinds: ['appointment', 'policy-suggestion', 'practice-change', 'training-need'] },
];

export const stateOf = (kind: RegisterKind, status: string): RegisterState | undefined =>
  REGISTER[kind].states.find(({ value }) => value === status);

export const openStatesOf = (kind: RegisterKind): string[] =>
  REGISTER[kind].states.filter(({ isOpen }) => isOpen).map(({ value }) => value);
