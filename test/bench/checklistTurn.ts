import { cardMessage, cardType } from '../../bot/teams/message.ts';
import type { Rendered } from '../../cards/render.ts';
import { type ActivityJson, press } from '../make/activity.ts';
import { buttons, inputKeys } from '../make/speaker.ts';
import { plausible } from '../make/walkChecklist.ts';
import { cardIn } from './cardIn.ts';
import { load, onEach, sendOnce, somebody, type Talker } from './load.ts';
import { atLeast, inPairs } from './pairs.ts';
import { startBot, startEcho, startSink } from './processes.ts';
import type { Measured } from './row.ts';

const messageFloor = 0.6;
const invokeFloor = 0.3;
/** A hundred for each connection. */
const turns = 1_600;

/** In the middle of the checklist: two choices and a sentence, which is screened; the card that follows is a long one. */
const question = 'less-identifying';
const choices = { 'in_sharing-use': 'casework', in_identifiability: 'must-identify' };
const sentences = [
  'No. The made-up school must know which pupil it is, to keep that pupil safe.',
  'No. The made-up nurse must know whose notes they are, to keep a child safe.',
];

const profile = {
  in_organisation: 'Exampleton Borough Council',
  in_kind: 'council',
  in_area: 'london',
  'in_role-title': 'social worker',
};
const likely = plausible({ danger: 'no', agreement: 'mas', 'reportable-harm': 'none' });

/** Somebody at the question of their own draft. */
interface Person {
  readonly place: number;
  readonly draft: string;
  /** The draft's, as the last card told. */
  revision: number;
}

export const checklistTurnMessage = (): Promise<Measured> => against('message', messageFloor, cardMessage);

export const checklistTurnInvoke = (): Promise<Measured> =>
  against('invoke', invokeFloor, ({ card: value }) => ({
    type: 'invokeResponse',
    value: { status: 200, body: { statusCode: 200, type: cardType, value } },
  }));

/** 16 people press Continue, over and over. The echo gets the same, as messages or as invokes, and gives the same card. */
async function against(
  type: 'message' | 'invoke',
  floor: number,
  echoed: (card: Rendered) => object,
): Promise<Measured> {
  const sink = await startSink();
  const bot = await startBot();
  try {
    const people: Person[] = [];
    for (const place of onEach((each) => each)) people.push(await arrived(bot.url, sink.url, place));
    const echo = await startEcho({ [type]: echoed(await oneAnswer(bot.url, sink.url, people[0] as Person)) });
    const strangers = people.map((person) => ({ ...person }));
    try {
      return await inPairs(
        () => saving(bot.url, sink.url, people),
        () => load(echo.url, answering(sink.url, strangers, type), { amount: turns }),
        atLeast(floor),
      );
    } finally {
      await echo.stop();
    }
  } finally {
    await bot.stop();
    await sink.stop();
  }
}

/** Makes the person known and answers what comes before the question. */
async function arrived(bot: string, sink: string, place: number): Promise<Person> {
  const send = async (verb: string, data: object) =>
    cardIn(await sendOnce(bot, JSON.stringify(press(sink, verb, data, somebody(place)))));
  const draft = `bench-${place}`;
  await send('profile.save', profile);
  let card = await send('checklist.start', { case: draft });
  for (let steps = 0; steps < 30; steps++) {
    const next = buttons(card).find(({ title }) => title === 'Continue');
    if (!next) break;
    if (next.data.question === question) return { place, draft, revision: Number(next.data.revision) };
    const typed = inputKeys(card).map((key) => [`in_${key}`, likely(key, card)]);
    card = await send(next.verb, { ...next.data, ...Object.fromEntries(typed) });
  }
  throw new Error(`the bot did not ask “${question}”`);
}

async function oneAnswer(bot: string, sink: string, person: Person): Promise<Rendered> {
  const [talker] = answering(sink, [person], 'invoke');
  const answer = await sendOnce(bot, talker?.next() ?? '');
  talker?.heard?.(answer);
  return cardIn(answer);
}

/** Every answer must have raised its draft's revision: one that was late or not saved was no turn. */
async function saving(bot: string, sink: string, people: readonly Person[]): Promise<number> {
  const before = revisions(people);
  const rate = await load(bot, answering(sink, people, 'invoke'), { amount: turns });
  const saved = revisions(people) - before;
  if (saved !== turns) throw new Error(`${turns} answers, ${saved} saved`);
  return rate;
}

const revisions = (people: readonly Person[]): number => people.reduce((sum, { revision }) => sum + revision, 0);

/** Each person answers the question, now with one sentence and now with the other. */
function answering(serviceUrl: string, people: readonly Person[], type: string): readonly Talker[] {
  return people.map((person) => {
    let turn = 0;
    const activity = (): ActivityJson => {
      const { draft, revision, place } = person;
      const reason = { 'in_identifiable-reason': sentences[turn++ % sentences.length] };
      const data = { case: draft, question, revision, ...choices, ...reason };
      return press(serviceUrl, 'checklist.answer', data, { ...somebody(place), type });
    };
    return {
      next: () => JSON.stringify(activity()),
      heard: (answer) => {
        person.revision = Number(/"revision":(\d+)/.exec(answer)?.[1] ?? person.revision);
      },
    };
  });
}
