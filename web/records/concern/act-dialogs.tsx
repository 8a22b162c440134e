import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { CloseDialog, ReopenDialog } from './close-dialog.tsx';
import { NextStepDialog, PartnerDialog, ShareDialog, SignificanceDialog } from './decide-dialogs.tsx';
import { useMeanwhile } from './meanwhile.tsx';
import { ReferDialog } from './refer-dialog.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { AssignDialog, MergeDialog } from './triage-dialogs.tsx';
import { WordDialog, type WordKind } from './word-dialog.tsx';

export type Doing =
  | WordKind
  | 'partner'
  | 'refer'
  | 'assign'
  | 'merge'
  | 'next-step'
  | 'significance'
  | 'share'
  | 'sheet'
  | 'close'
  | 'reopen';

/** The form of one act. */
export function ActDialog({ doing, story, onClose }: { doing: Doing; story: ConcernStory; onClose: () => void }) {
  const meanwhile = useMeanwhile(story);
  const given = { story, onClose, meanwhile };
  switch (doing) {
    case 'refer':
      return <ReferDialog {...given} />;
    case 'assign':
      return <AssignDialog {...given} />;
    case 'merge':
      return <MergeDialog {...given} />;
    case 'close':
      return <CloseDialog {...given} />;
    case 'reopen':
      return <ReopenDialog {...given} />;
    case 'next-step':
      return <NextStepDialog {...given} />;
    case 'significance':
      return <SignificanceDialog {...given} />;
    case 'share':
      return <ShareDialog {...given} />;
    case 'partner':
      return <PartnerDialog {...given} />;
    case 'sheet':
      return <SheetDialog {...given} />;
    default:
      return <WordDialog kind={doing} {...given} />;
  }
}
