import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Condition, Question } from '../../../knowledge/schema.ts';
import { conditionWords, type Names } from './conditionWords.ts';
import { endBoxes, endEdges } from './flowEnd.ts';
import { namesOf } from './names.ts';

/** One input of a card. */
export interface Line {
  /** E.g. `1.2`; empty for a line that nothing refers to. */
  readonly code: string;
  readonly text: string;
  /** When it is asked, in words; empty for always. */
  readonly only: string;
}

/** One box of the picture, without a place. */
export interface Box {
  readonly id: string;
  readonly kind: 'card' | 'follow-up' | 'emergency' | 'entry' | 'state';
  /** Cards to answer, or what comes after them. */
  readonly part: 'card' | 'end';
  readonly head: string;
  /** When the card is shown, in words; empty for always. */
  readonly only: string;
  readonly lines: readonly Line[];
  /** Small print; empty for none. */
  readonly foot: string;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Empty for none. */
  readonly label: string;
  readonly isEmergency: boolean;
}

/** The whole way from the first card to what becomes of a record. */
export interface Flow {
  readonly boxes: readonly Box[];
  readonly edges: readonly Edge[];
}

/** The flow of the checklist as the content has it, and of the review as its table has it. */
export function flowOf(knowledge: Knowledge): Flow {
  const { names, codes } = namesOf(knowledge);
  const cards = knowledge.questions.map((question) => cardBox(question, names, codes, rulesOf(knowledge, question)));
  const way = withAboutMe([entry, ...cards]);
  const ends = endBoxes(knowledge);
  return { boxes: [...way, ...ends], edges: [...wayEdges([...way, ...ends.slice(0, 1)]), ...endEdges()] };
}

const entry: Box = {
  id: 'entry',
  kind: 'entry',
  part: 'card',
  head: 'Start',
  only: '',
  lines: [
    {
      code: '',
      text: 'Type “start”, or press Start on an answer. What is known already (the agreement, your area) is filled in.',
      only: '',
    },
  ],
  foot: '',
};

/** Asked by the conversation, not by the checklist: it belongs to the person and not to the case. */
const aboutMe: Box = {
  id: 'about-me',
  kind: 'follow-up',
  part: 'card',
  head: 'About me',
  only: 'Only the first time',
  lines: [{ code: '', text: 'Organisation and its kind, area, role, and who reviews your decisions', only: '' }],
  foot: '',
};

/** Danger comes before anything about the person. */
const withAboutMe = (boxes: readonly Box[]): Box[] =>
  boxes.flatMap((box) => (box.kind === 'emergency' ? [box, aboutMe] : [box]));

function cardBox(question: Question, names: Names, codes: ReadonlyMap<string, string>, rules: readonly string[]): Box {
  const only = (when: Condition | undefined): string => (when ? `Only if ${conditionWords(when, names)}` : '');
  const isAsked = question.inputs.some(({ when }) => when === undefined);
  return {
    id: question.id,
    kind: question.id === 'emergency' ? 'emergency' : question.when || !isAsked ? 'follow-up' : 'card',
    part: 'card',
    head: question.number === null ? question.title : `${question.number}. ${question.title}`,
    only: only(question.when) || (isAsked ? '' : 'Only if one of these is asked'),
    lines: question.inputs.map(({ key, label, when }) => ({
      code: codes.get(key) ?? '',
      text: label,
      only: only(when),
    })),
    foot: rules.length > 0 ? `Checked by ${rules.join(', ')}` : '',
  };
}

/** Rules by their number in the domain brief; `R34a` and `R34b` are one. */
const rulesOf = ({ content }: Knowledge, { id }: Question): string[] => [
  ...new Set(content.rules.filter(({ question }) => question === id).map((rule) => rule.id.replace(/[a-z]$/, ''))),
];

/** From each card to the next that is always shown, and to every card in between that may be. */
function wayEdges(boxes: readonly Box[]): Edge[] {
  return boxes.flatMap((box, at) => {
    if (box.kind === 'emergency') return [];
    const rest = boxes.slice(at + 1);
    const next = rest.findIndex(({ only }) => only === '');
    return rest
      .slice(0, next + 1)
      .filter(({ kind }) => kind !== 'emergency' || box.id === 'danger')
      .map(({ id, kind }) => ({ from: box.id, to: id, label: '', isEmergency: kind === 'emergency' }));
  });
}
