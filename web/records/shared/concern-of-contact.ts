import { Filed, type NewConcern } from '#data/schema/records/concern-filing.ts';
import type { Contact } from '#data/schema/records/contact.ts';
import { send } from './send.ts';

const WAYS: Record<Contact['way'], NewConcern['way']> = {
  phone: 'phone',
  'text-message': 'phone',
  email: 'email',
  letter: 'email', // written to us; the sheet has no way of its own for paper
  meeting: 'meeting',
  'in-person': 'walk-in',
  consultation: 'walk-in',
};

export type Heard = Pick<Contact, 'groupId' | 'way' | 'at'> & Pick<NewConcern, 'clientKey' | 'words' | 'aboutOfficer'>;

/** Files a concern that was first said in a contact, as every concern is filed; sent again it is the same one. */
export async function fileConcernOf({ groupId, way, at, ...said }: Heard): Promise<string> {
  const filing: NewConcern = {
    ...said,
    ...{ title: '', category: null, way: WAYS[way], heardAt: at, meetingId: null, groupIds: [groupId] },
    ...{ place: null, placeWords: '', placeConfidence: 'words-only', safetyNow: false, peopleCount: null },
    ...{ whenHappens: '', since: '', howOften: '', whoAffected: '', efforts: '', recommendedSolutions: '' },
    ...{ contactWish: 'none-given', contactName: '', contactReach: '', language: 'en', caseNumbers: [] },
  };
  const { concern } = await send(Filed, 'POST', '/api/records/concerns', filing);
  return concern.concernId;
}
