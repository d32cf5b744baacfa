import type { SharingRecord } from '../../bot/records/record.ts';
import type { HouseUnderTest } from './house.ts';
import { aSpeaker, type Speaker, told } from './speaker.ts';
import { plausible, walkChecklist } from './walkChecklist.ts';

/** What somebody says in About me, but for their approver. */
export const about = {
  organisation: 'Exampleton Council',
  kind: 'council',
  area: 'london',
  'role-title': 'social worker',
};
export const shareAnswers = { danger: 'no', agreement: 'mas', 'reportable-harm': 'none', decision: 'share' };

/** A record that waits for its approver, and the people around it; each has the card they were sent. */
export interface Submitted {
  readonly pat: Speaker;
  readonly ari: Speaker;
  readonly ira: Speaker;
  record(): Promise<SharingRecord>;
  /** What has happened to it, by type. */
  events(): Promise<string[]>;
}

/** Pat Practitioner hands in a record that Ari Approver is to review; Ira Lead is the IG lead. */
export async function aSubmittedRecord(house: HouseUnderTest): Promise<Submitted> {
  const ari = await aSpeaker(house, 'Ari Approver', ['approver']);
  const ira = await aSpeaker(house, 'Ira Lead', ['ig-lead']);
  const pat = await aSpeaker(house, 'Pat Practitioner');
  await pat.say('about me');
  await pat.press('Save', { ...about, approver: await ari.id() });
  await pat.say('start');
  await walkChecklist(pat, plausible(shareAnswers));
  await pat.press('Submit');
  ari.card = (await told(house, ari))[0] ?? ari.card;
  const record = () => theOnlyRecord(house);
  return { pat, ari, ira, record, events: async () => (await record()).events.map(({ type }) => type) };
}

/** The one record of the house. */
export async function theOnlyRecord({ stores }: HouseUnderTest): Promise<SharingRecord> {
  const [heading] = await stores.records.list({});
  const record = await stores.records.open(heading?.case ?? '');
  if (!record?.submission) throw new Error('there is no record');
  return record;
}
