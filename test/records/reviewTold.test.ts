import { describe, expect, it } from 'vitest';
import type { Cover } from '../../bot/records/cover.ts';
import { decide } from '../../bot/records/decide.ts';
import { BOT, type RecordHeading, type ReviewEvent } from '../../bot/records/record.ts';
import { remindReviewer } from '../../bot/records/reviewDue.ts';
import { aCover, anOffice, aReviewer } from '../make/office.ts';
import { APPROVER, IG_LEAD, REQUESTER } from '../make/record.ts';
import { acts, aHeading, lifeDates, NOW, office } from '../make/review.ts';

describe('what is decided', () => {
  const told = (event: ReviewEvent, part: Partial<RecordHeading>, person: string) => {
    const decided = decide(aHeading(part), event, { id: person, office }, NOW);
    return decided.kind === 'done' ? decided.commit.notices.map(({ to, kind }) => `${to} ${kind}`) : decided.why;
  };

  const ari = (...named: Cover[]) => ({
    id: 'deputy',
    office: anOffice({ [APPROVER]: ['approver'], deputy: ['approver'], [IG_LEAD]: ['ig-lead'] }, { [APPROVER]: named }),
  });
  const deputy = (from: string, to: string, state?: Cover['state']) => aCover('deputy', from, to, state);

  it('asks those who must act now, and tells those who need not any more', () => {
    expect(told(acts['asked-ig-lead'], {}, APPROVER)).toEqual([
      `${IG_LEAD} review-asked`,
      'ig-lead-2 review-asked',
      `${REQUESTER} changed`,
    ]);
    expect(told(acts.advised, { review: 'with-ig-lead' }, IG_LEAD)).toEqual([
      `${APPROVER} review-asked`,
      `${REQUESTER} changed`,
      'ig-lead-2 changed',
    ]);
    expect(told(acts.approved, { approver: null }, IG_LEAD)).toEqual([`${REQUESTER} outcome`, 'ig-lead-2 changed']);
    expect(told(acts.reassigned, {}, IG_LEAD)).toEqual([
      'approver-2 review-asked',
      `${REQUESTER} changed`,
      `${APPROVER} changed`,
    ]);
    expect(told(acts.withdrawn, {}, REQUESTER)).toEqual([`${APPROVER} changed`]);
    expect(told(acts.withdrawn, { review: 'with-ig-lead' }, REQUESTER)).toEqual([
      `${APPROVER} changed`,
      `${IG_LEAD} changed`,
      'ig-lead-2 changed',
    ]);
  });

  it('tells the IG leads what waits too long, and that they need not look any more', () => {
    const leads = (kind: string) => [IG_LEAD, 'ig-lead-2'].map((to) => `${to} ${kind}`);
    expect(told(acts.escalated, {}, BOT)).toEqual([
      `${REQUESTER} escalated`,
      `${APPROVER} escalated`,
      ...leads('escalated'),
    ]);
    expect(told(acts.escalated, {}, REQUESTER)).toEqual([`${APPROVER} escalated`, ...leads('escalated')]);
    const late = { escalatedAt: '2026-11-22T16:00:00.000Z' };
    expect(told(acts.approved, late, APPROVER)).toEqual([`${REQUESTER} outcome`, ...leads('changed')]);
    expect(told(acts.declined, late, IG_LEAD)).toEqual([
      `${REQUESTER} outcome`,
      `${APPROVER} changed`,
      'ig-lead-2 changed',
    ]);
    expect(told(acts.withdrawn, late, REQUESTER)).toEqual([`${APPROVER} changed`, ...leads('changed')]);
  });

  it('tells no IG lead of what they have to review themselves', () => {
    const own = anOffice({ [APPROVER]: ['approver', 'ig-lead'], [REQUESTER]: ['ig-lead'] });
    const refused = { why: 'nobody-to-ask' };
    expect(decide(aHeading(), acts.escalated, { id: BOT, office: own }, NOW)).toMatchObject(refused);
    // Who covers for the approver has it as well.
    const covered = anOffice(
      { [APPROVER]: ['approver'], deputy: ['approver', 'ig-lead'] },
      { [APPROVER]: [deputy('2026-11-23', '2026-11-23')] },
    );
    expect(decide(aHeading(), acts.escalated, { id: BOT, office: covered }, NOW)).toMatchObject(refused);
    expect(told(acts.escalated, { approver: null }, BOT)).toBe('not-now');
    const lost = { id: BOT, office: anOffice({ [IG_LEAD]: ['ig-lead'] }) };
    expect(decide(aHeading(), acts.escalated, lost, NOW)).toMatchObject({ why: 'not-now' });
  });

  it('starts a new wait for whoever has it next, ends it with a decision, and counts on otherwise', () => {
    const waiting = { waitingSince: '2026-11-20T09:00:00.000Z', escalatedAt: null };
    const late = { ...waiting, escalatedAt: '2026-11-22T16:00:00.000Z' };
    const anew = { waitingSince: NOW.toISOString(), escalatedAt: null };
    const over = { waitingSince: null, escalatedAt: null };
    const waitAfter = (event: ReviewEvent, part: Partial<RecordHeading>, person: string) => {
      const decided = decide(aHeading(part), event, { id: person, office }, NOW);
      const { waitingSince, escalatedAt } = decided.kind === 'done' ? decided.commit.heading : aHeading();
      return { waitingSince, escalatedAt };
    };
    expect(waitAfter(acts.escalated, waiting, BOT)).toEqual({ ...waiting, escalatedAt: NOW.toISOString() });
    expect(waitAfter(acts['disclosure-made'], late, REQUESTER)).toEqual(late);
    for (const event of [acts.approved, acts.declined, acts.returned]) {
      expect(waitAfter(event, late, APPROVER)).toEqual(over);
      expect(waitAfter(event, late, IG_LEAD)).toEqual(over);
    }
    expect(waitAfter(acts['asked-ig-lead'], late, APPROVER)).toEqual(anew);
    expect(waitAfter(acts.reassigned, late, IG_LEAD)).toEqual(anew);
    expect(waitAfter(acts.advised, { review: 'with-ig-lead', ...waiting }, IG_LEAD)).toEqual(anew);
    expect(waitAfter(acts.reassigned, { review: 'with-ig-lead', ...waiting }, IG_LEAD)).toEqual(waiting);
  });

  it('alerts approver and IG leads when what was declined, withdrawn or not to be shared went', () => {
    const alerted = [APPROVER, IG_LEAD, 'ig-lead-2'].map((to) => `${to} sharing-alert`);
    for (const part of [
      { review: 'declined' },
      { review: 'withdrawn' },
      { review: 'approved', disclosure: 'none-intended' },
      { review: 'approved', disclosure: 'stopped' },
    ] as const)
      expect(told(acts['disclosure-made'], part, REQUESTER)).toEqual(alerted);
    expect(told(acts['disclosure-made'], { review: 'approved' }, REQUESTER)).toEqual([`${APPROVER} changed`]);
  });

  it('says to whoever has it to review that information went before anybody decided', () => {
    const leads = [`${IG_LEAD} outcome`, 'ig-lead-2 outcome'];
    const late = { escalatedAt: '2026-11-22T16:00:00.000Z' };
    const made = (part: Partial<RecordHeading>) => told(acts['disclosure-made'], part, REQUESTER);
    expect(made({})).toEqual([`${APPROVER} outcome`]);
    expect(made({ review: 'returned' })).toEqual([`${APPROVER} outcome`]);
    expect(made(late)).toEqual([`${APPROVER} outcome`, ...leads]);
    expect(made({ review: 'with-ig-lead' })).toEqual([`${APPROVER} outcome`, ...leads]);
    expect(made({ review: 'with-ig-lead', approver: null })).toEqual(leads);
  });

  it('asks no IG lead where there is none but the requester', () => {
    const decided = decide(
      aHeading(),
      acts['asked-ig-lead'],
      aReviewer(APPROVER, ['approver'], { [REQUESTER]: ['ig-lead'] }),
      NOW,
    );
    expect(decided).toEqual({ kind: 'refused', why: 'nobody-to-ask' });
  });

  it.each([REQUESTER, APPROVER])('is not given to %s, who made it or has it already', (approver) => {
    const act = { ...acts.reassigned, approver } as ReviewEvent;
    expect(told(act, {}, IG_LEAD)).toBe('not-them');
  });

  it('closes a record once, and says when', () => {
    const over = { review: 'approved', disclosure: 'made' } as const;
    const closed = decide(aHeading(over), acts.closed, { id: REQUESTER, office }, NOW);
    expect(closed).toMatchObject({ commit: { heading: { closedAt: NOW.toISOString() } } });
    expect(told(acts.closed, { ...over, ...lifeDates.closed }, REQUESTER)).toBe('not-now');
    expect(told(acts.closed, { ...over, completeBy: '2026-11-25' }, REQUESTER)).toBe('not-now');
  });

  it('is open to who covers from the first day to the last, and not before, after or once it was stopped', () => {
    const tries = [
      [deputy('2026-11-23', '2026-11-23'), 'done'],
      [deputy('2026-11-01', '2026-12-01', 'on'), 'done'],
      [deputy('2026-11-24', '2026-11-30'), 'refused'],
      [deputy('2026-11-01', '2026-11-22', 'on'), 'refused'],
      [deputy('2026-11-01', '2026-12-01', 'over'), 'refused'],
    ] as const;
    for (const [cover, kind] of tries) expect(decide(aHeading(), acts.approved, ari(cover), NOW).kind).toBe(kind);
  });

  it('says that somebody stood in for the approver, and tells the approver', () => {
    const decided = decide(aHeading(), acts.approved, ari(deputy('2026-11-23', '2026-11-23')), NOW);
    expect(decided).toMatchObject({
      commit: {
        events: [{ type: 'approved', by: 'deputy', covering: true }],
        notices: [
          { to: REQUESTER, kind: 'outcome' },
          { to: APPROVER, kind: 'changed' },
        ],
      },
    });
    const own = decide(aHeading(), acts.approved, { ...ari(), id: APPROVER }, NOW);
    expect(own.kind === 'done' && own.commit.events[0]).not.toHaveProperty('covering');
  });

  it('asks whoever covers beside the approver', () => {
    const advised = decide(
      aHeading({ review: 'with-ig-lead' }),
      acts.advised,
      { ...ari(deputy('2026-11-23', '2026-11-23')), id: IG_LEAD },
      NOW,
    );
    const asked = advised.kind === 'done' ? advised.commit.notices.filter(({ kind }) => kind === 'review-asked') : [];
    expect(asked.map(({ to }) => to)).toEqual([APPROVER, 'deputy']);
  });

  it('falls to the IG leads where the approver lost the role or is a delegate of the requester', () => {
    const lost = { id: IG_LEAD, office: anOffice({ [IG_LEAD]: ['ig-lead'] }) };
    expect(decide(aHeading(), acts.approved, lost, NOW).kind).toBe('done');
    const roles = { [APPROVER]: ['approver'], [IG_LEAD]: ['ig-lead'], [REQUESTER]: ['approver'] };
    // Named after the submission, and for later: who is to cover for somebody does not decide for them now either.
    const named = { [REQUESTER]: [aCover(APPROVER, '2026-12-01', '2026-12-05')] };
    const tied = anOffice(roles, named);
    expect(decide(aHeading(), acts.approved, { id: IG_LEAD, office: tied }, NOW).kind).toBe('done');
    const refused = { kind: 'refused', why: 'delegate-of-requester' };
    expect(decide(aHeading(), acts.approved, { id: APPROVER, office: tied }, NOW)).toEqual(refused);
    expect(
      decide(aHeading(), { ...acts.reassigned, approver: APPROVER } as ReviewEvent, { id: IG_LEAD, office: tied }, NOW),
    ).toEqual({ kind: 'refused', why: 'not-them' });
  });

  it('is told to whoever covers as to the approver, when it waits for long too', () => {
    const covering = ari(deputy('2026-11-23', '2026-11-23')).office;
    const notices = (event: ReviewEvent) => {
      const decided = decide(aHeading(), event, { id: BOT, office: covering }, NOW);
      return decided.kind === 'done' ? decided.commit.notices.map(({ to, kind }) => `${to} ${kind}`) : decided.why;
    };
    const escalated = [REQUESTER, APPROVER, 'deputy', IG_LEAD].map((to) => `${to} escalated`);
    expect(notices(acts.escalated)).toEqual(escalated);
    const reminded = remindReviewer(aHeading(), covering, NOW)?.notices.map(({ to }) => to);
    expect(reminded).toEqual([APPROVER, 'deputy']);
  });

  it('disposes of nothing that the IG lead’s own colleague made who named them to cover', () => {
    const over = { review: 'approved', disclosure: 'made' } as const;
    const roles = { [IG_LEAD]: ['ig-lead'], 'ig-lead-2': ['ig-lead'], [REQUESTER]: ['approver'] };
    const tied = anOffice(roles, { [REQUESTER]: [aCover('ig-lead-2', '2026-11-22', '2026-11-23')] });
    const reached = { isRetentionReached: true };
    const asked = { ...over, ...lifeDates['disposal-asked'] };
    for (const office of [tied, anOffice(roles)]) {
      const why = office === tied ? { why: 'delegate-of-requester' } : { kind: 'done' };
      const second = { id: 'ig-lead-2', office };
      expect(decide(aHeading(asked), acts.disposed, second, NOW, reached)).toMatchObject(why);
      const closed = aHeading({ ...over, ...lifeDates.closed });
      expect(decide(closed, acts['disposal-asked'], second, NOW, reached)).toMatchObject(why);
    }
  });

  it('names the new approver in the record', () => {
    const decided = decide(aHeading(), acts.reassigned, { id: IG_LEAD, office }, NOW);
    expect(decided).toMatchObject({ commit: { heading: { approver: 'approver-2' } } });
  });
});
