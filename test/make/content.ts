import type {
  Agreement,
  Content,
  Fact,
  Input,
  Purpose,
  Question,
  SourceDocument,
  Topic,
} from '../../knowledge/schema.ts';

/** Small made-up content that passes every check; tests break one thing of it at a time. */
export function makeContent(changes: Partial<Content> = {}): Content {
  return {
    documents: [makeDocument({ id: 'mas-dsa' }), makeDocument({ id: 'kmisa-statement', produced: null })],
    agreements: [
      makeAgreement({
        id: 'kmisa',
        name: 'Kent agreement',
        area: 'kent',
        held: 'statement',
        document: 'kmisa-statement',
      }),
      makeAgreement({
        id: 'mas',
        held: 'text',
        document: 'mas-dsa',
        aliases: ['MAS', 'front door'],
        vocabulary: ['bruise', 'health visitor'],
        situations: {
          covered: ['A baby has a bruise.', 'The toddler was hurt at home.', 'A teacher is worried about a pupil.'],
          notCovered: [{ text: 'Noisy neighbours every night.', instead: 'asb' }],
        },
      }),
      makeAgreement({
        id: 'asb',
        aliases: ['ASB', 'anti-social behaviour'],
        vocabulary: ['noisy neighbour', 'graffiti'],
        confusedWith: [{ agreement: 'mas', tellApart: 'Is a child hurt, or are people a nuisance?' }],
        situations: {
          covered: ['Noisy neighbours again.', 'Graffiti on the bus shelter.', 'Loud music until four.'],
          notCovered: [],
        },
      }),
    ],
    topics: [makeTopic({ id: 'plain-email', label: 'email', aliases: ['plain email'], related: ['mas'] })],
    questions: [
      makeQuestion('start', null, [makeInput('danger')]),
      ...Array.from({ length: 10 }, (_, at) =>
        makeQuestion(`question-${at + 1}`, at + 1, [makeInput(`answer-${at + 1}`)]),
      ),
    ],
    purposes: Array.from({ length: 33 }, (_, at) => makePurpose(at + 1)),
    rules: [
      {
        id: 'R01',
        when: { fact: 'danger', is: ['yes'] },
        effect: 'inform',
        text: 'Act now.',
        question: 'start',
        sources: [source],
      },
    ],
    notes: [],
    legislation: [],
    abbreviations: [],
    declines: [],
    places: { kent: ['Kent', 'Deal'], london: ['Bexley', 'Croydon'], elsewhere: ['Manchester'], ambiguous: ['Deal'] },
    ...changes,
  };
}

const source = { document: 'mas-dsa', section: '§1' };

export function makeFact(text: string): Fact {
  return { text, sources: [source] };
}

export function makeDocument(changes: Partial<SourceDocument> = {}): SourceDocument {
  return {
    id: 'mas-dsa',
    code: '003',
    title: 'A data sharing agreement',
    shortTitle: 'MAS DSA',
    kind: 'Agreement',
    owner: 'Its parties',
    geography: 'London',
    produced: '2021-01',
    version: null,
    review: { firstMonths: null, cycleMonths: 24, lastReview: null, source },
    facts: [],
    ...changes,
  };
}

export function makeAgreement(changes: Partial<Agreement> = {}): Agreement {
  const id = changes.id ?? 'asb';
  return {
    id,
    name: `Agreement ${id}`,
    shortName: `Short ${id}`,
    area: 'london',
    held: 'listed',
    status: 'listed',
    document: null,
    summary: makeFact(`For sharing under ${id}.`),
    covers: [makeFact(`What ${id} is for.`)],
    doesNotCover: [],
    parties: [],
    terms: [],
    lawfulBasis: null,
    check: [],
    data: [],
    aliases: [`${id} agreement`],
    vocabulary: [],
    confusedWith: [],
    strands: [],
    situations: { covered: [`One ${id}.`, `Two ${id}.`, `Three ${id}.`], notCovered: [] },
    ...changes,
  };
}

export function makeTopic(changes: Partial<Topic> = {}): Topic {
  return {
    id: 'plain-email',
    label: 'email',
    title: 'Can I email it?',
    area: null,
    answer: [makeFact('Not by ordinary email.')],
    aliases: ['plain email'],
    asks: ['Can I email it?', 'Is Outlook safe?', 'May I use ordinary email?'],
    related: [],
    ...changes,
  };
}

export function makeQuestion(id: string, number: number | null, inputs: Input[]): Question {
  return { id, number, name: id, title: `${id}?`, why: 'Because.', help: [], goodAnswer: null, example: null, inputs };
}

export function makeInput(key: string, changes: Partial<Input> = {}): Input {
  const options = [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ];
  return { key, label: `${key}?`, kind: 'choice', required: true, problem: key, options, maxLength: 600, ...changes };
}

export function makePurpose(number: number): Purpose {
  const id = `p${String(number).padStart(2, '0')}`;
  return { id, label: `Purpose ${id}`, vocabulary: [`word${number}`], london: [], broad: false, source };
}
