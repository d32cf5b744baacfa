import { join } from 'node:path';
import type { OutboxStore, Post } from '../ports.ts';
import { openCompactLines } from './compactLines.ts';
import type { FileSystem } from './fileSystem.ts';

export type Posts = Pick<OutboxStore, 'posted' | 'posts' | 'forgetPosts'>;

/** Where a person’s cards of a case stand, the latest last. */
interface Standing {
  readonly person: string;
  readonly cards: readonly string[];
}

/** One more card; or all cards of a person and case, in the place of those before. */
type Line = Post | (Standing & Pick<Post, 'case'>);

/** Opens the file of where cards stand. */
export async function openPosts(fs: FileSystem, dir: string): Promise<Posts & { close(): Promise<void> }> {
  const cases = new Map<string, readonly Standing[]>();
  let count = 0;

  const cardsOf = (caseId: string, person: string): readonly string[] =>
    cases.get(caseId)?.find((one) => one.person === person)?.cards ?? [];

  function take(line: Line): void {
    const { case: caseId, person } = line;
    const before = cases.get(caseId) ?? [];
    const cards = 'cards' in line ? line.cards : withCard(cardsOf(caseId, person), line.activityId);
    const others = before.filter((one) => one.person !== person);
    const after = cards.length > 0 ? [...others, { person, cards }] : others;
    count += after.length - before.length;
    if (after.length > 0) cases.set(caseId, after);
    else cases.delete(caseId);
  }

  function* lines(): Generator<Line> {
    for (const [caseId, standings] of cases) for (const standing of standings) yield { case: caseId, ...standing };
  }

  const file = await openCompactLines<Line>({
    fs,
    path: join(dir, 'posts'),
    name: 'the posts',
    isLine,
    take,
    fewest: () => ({ count, lines }),
  });

  return {
    async posted({ case: caseId, person, activityId }) {
      // A card that is pressed takes its own place again and again.
      if (cardsOf(caseId, person).at(-1) === activityId) return;
      await file.add({ case: caseId, person, activityId });
    },
    posts: async (caseId) =>
      (cases.get(caseId) ?? []).flatMap(({ person, cards }) =>
        cards.map((activityId): Post => ({ case: caseId, person, activityId })),
      ),
    async forgetPosts(caseId, person) {
      if (cardsOf(caseId, person).length > 0) await file.add({ case: caseId, person, cards: [] });
    },
    close: () => file.close(),
  };
}

const withCard = (cards: readonly string[], card: string): readonly string[] => [
  ...cards.filter((one) => one !== card),
  card,
];

const isText = (value: unknown): boolean => typeof value === 'string';

/** By hand, because the start waits for some 200,000 of these when there are 100,000 records. */
function isLine(value: unknown): value is Line {
  if (typeof value !== 'object' || value === null) return false;
  const { case: caseId, person, activityId, cards } = value as Record<string, unknown>;
  const hasCards = Array.isArray(cards) ? cards.every(isText) : isText(activityId);
  return isText(caseId) && isText(person) && hasCards;
}
