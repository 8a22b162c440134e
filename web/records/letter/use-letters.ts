import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { soundsAboutOfficer } from '#data/codes/officer-words.ts';
import { Concern } from '#data/schema/records/concern.ts';
import { MailIn } from '#data/schema/records/mail.ts';
import { getJson, send } from '#web/records/shared/send.ts';

const PATH = '/api/records/mail';
export const LETTERS = ['mail'] as const;

/** The order of the list: what wants a person, what is on its way, what is done. */
export const ORDER: readonly MailIn['status'][] = ['review', 'waiting', 'asked', 'filed', 'set-aside'];

export const useLetters = (isAllowed: boolean) =>
  useQuery({
    queryKey: LETTERS,
    queryFn: () => getJson(z.object({ letters: z.array(MailIn) }), PATH),
    enabled: isAllowed,
    staleTime: 0,
    refetchInterval: 60_000,
  });

export const inOrder = (letters: readonly MailIn[]): MailIn[] =>
  ORDER.flatMap((status) => letters.filter((letter) => letter.status === status));

/** The three parts as they are sent; a complaint about an officer is taken by the server only where a person says it is none. */
export type Parts = NonNullable<MailIn['found']> & { aboutOfficer: 'not-asked' | 'no' };
export const partsOf = ({ found, text }: MailIn): Parts => ({
  ...(found ?? { words: text.slice(0, 4000), area: '', actions: '' }),
  aboutOfficer: 'not-asked',
});

/** True until somebody has said that the words are not about how an officer behaved. */
export const mayBeAboutOfficer = ({ words, actions, aboutOfficer }: Parts): boolean =>
  aboutOfficer === 'not-asked' && soundsAboutOfficer(`${words}\n${actions}`);

export const isOpen = ({ status }: MailIn): boolean => status === 'review' || status === 'asked';

export const mayAsk = (letter: MailIn): boolean => isOpen(letter) && letter.from !== '';

export const fileLetter = (mailId: string, parts: Parts): Promise<Concern> =>
  send(Concern, 'POST', `${PATH}/${mailId}/file`, parts);

export const sortLetter = (mailId: string, act: 'ask' | 'set-aside' | 'route-out', body?: unknown): Promise<MailIn> =>
  send(MailIn, 'POST', `${PATH}/${mailId}/${act}`, body);
