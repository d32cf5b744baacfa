import { describe, expect, it } from 'vitest';
import { problemLine } from '../../knowledge/contentError.ts';
import { crossCheck } from '../../knowledge/crossCheck.ts';
import type { Content, Rule } from '../../knowledge/schema.ts';
import { content } from '../make/checklistContent.ts';
import {
  makeAgreement,
  makeContent,
  makeFact,
  makeInput,
  makePurpose,
  makeQuestion,
  makeTopic,
} from '../make/content.ts';

const sound = makeContent();
const lines = (changes: Partial<Content>) => crossCheck(makeContent(changes)).map(problemLine);
const agreementsWith = (changes: Parameters<typeof makeAgreement>[0]) => ({
  agreements: [...sound.agreements.slice(0, 2), makeAgreement({ id: 'asb', ...changes })],
});
const rule = (changes: Partial<Rule>): Rule => ({ ...(sound.rules[0] as Rule), ...changes });

describe('the cross-checks', () => {
  it('find nothing wrong with sound content, made up or shipped', () => {
    expect(crossCheck(sound)).toEqual([]);
    expect(crossCheck(content).map(problemLine)).toEqual([]);
  });

  it('report everything at once', () => {
    const wrong = lines({
      ...agreementsWith({ aliases: ['mas'] }),
      purposes: [],
      topics: [makeTopic({ label: 'emails' })],
    });
    expect(wrong).toHaveLength(3);
  });

  it('find a citation of a document that is not there, however deep', () => {
    const check = [{ text: 'Check.', sources: [{ document: 'mas-dsaa', section: '§1' }] }];
    expect(lines(agreementsWith({ check }))).toEqual([
      'agreements/asb.yaml: check[0].sources[0].document: there is no document mas-dsaa. ' +
        'Correct the spelling (did you mean mas-dsa?), or add it.',
    ]);
  });

  it('find an alias that two agreements claim, whatever its case and hyphens', () => {
    expect(lines(agreementsWith({ aliases: ['Asb agreement', 'FRONT-DOOR'] }))).toEqual([
      'agreements/asb.yaml: aliases[1]: “FRONT-DOOR” is also an alias of mas. ' +
        'Keep it in one of mas and asb, or make both more exact.',
    ]);
  });

  it('find an alias that two topics claim, and let a topic share one with an agreement', () => {
    const topics = [makeTopic(), makeTopic({ id: 'other', aliases: ['Plain e-mail', 'PLAIN EMAIL'] })];
    expect(lines({ topics })).toEqual([expect.stringContaining('topics/email.yaml: [1].aliases[1]: “PLAIN EMAIL”')]);
    const third = makeTopic({ id: 'third', label: 'foi', aliases: ['plain email'] });
    expect(lines({ topics: [...sound.topics, third] })).toEqual([
      expect.stringContaining('topics/foi.yaml: [0].aliases[0]'),
    ]);
    expect(lines({ topics: [makeTopic({ aliases: ['front door'] })] })).toEqual([]);
  });

  it('find ids that stand twice', () => {
    const { agreements, topics, questions, rules, documents } = sound;
    const [one, two] = [agreements[2], topics[0]];
    if (!one || !two) throw new Error('made-up content is too small');
    expect(lines({ agreements: [...agreements, { ...one, aliases: ['again'] }] })).toHaveLength(1);
    expect(lines({ topics: [two, { ...two, aliases: [] }] })).toHaveLength(1);
    expect(lines({ documents: [...documents, ...documents.slice(0, 1)] })).toHaveLength(1);
    expect(lines({ rules: [...rules, ...rules] })).toHaveLength(1);
    expect(lines({ questions: [...questions, makeQuestion('start', null, [makeInput('more')])] })).toHaveLength(1);
    expect(lines({ topics: [makeTopic({ id: 'asb' })] })).toEqual([
      expect.stringContaining('is the id of an agreement'),
    ]);
  });

  it('want a document exactly when we hold text or a statement', () => {
    expect(lines(agreementsWith({ held: 'text', document: null }))).toEqual([
      'agreements/asb.yaml: document: is empty, though we hold its text. Name the document that holds it.',
    ]);
    expect(lines(agreementsWith({ document: 'mas-dsa' }))).toEqual([expect.stringContaining('only listed')]);
    expect(lines(agreementsWith({ held: 'statement', document: 'gone' }))).toEqual([
      expect.stringContaining('there is no document gone'),
    ]);
  });

  it('find look-alikes, better answers and related topics that lead nowhere or back', () => {
    const situations = (instead: string) => ({
      covered: ['a', 'b', 'c'],
      notCovered: [{ text: 'Not this.', instead }],
    });
    const confused = (agreement: string) => ({ confusedWith: [{ agreement, tellApart: 'Which?' }] });
    expect(lines(agreementsWith(confused('masc')))).toEqual([expect.stringContaining('no agreement masc')]);
    expect(lines(agreementsWith(confused('asb')))).toEqual([expect.stringContaining('this agreement itself')]);
    expect(lines(agreementsWith({ situations: situations('asb') }))).toEqual([
      'agreements/asb.yaml: situations.notCovered[0].instead: is this agreement itself. ' +
        'Name the better answer, or null, or move the situation to covered.',
    ]);
    expect(lines(agreementsWith({ situations: situations('nowhere') }))).toHaveLength(1);
    expect(lines(agreementsWith({ situations: situations('plain-email') }))).toEqual([]);
    expect(lines({ topics: [makeTopic({ related: ['plain-email', 'gone'] })] })).toHaveLength(2);
  });

  it('find a strand that stands twice', () => {
    const strand = { id: 'council', name: 'A', otherParty: 'Another council', fact: makeFact('One.') };
    expect(lines(agreementsWith({ strands: [strand, strand] }))).toEqual([
      expect.stringContaining('agreements/asb.yaml: strands[1].id: council'),
    ]);
  });

  it('want the 33 purposes in order, with London areas that exist', () => {
    const { purposes } = sound;
    expect(lines({ purposes: purposes.slice(1) })).toHaveLength(33);
    expect(lines({ purposes: [...purposes.slice(0, 32), { ...makePurpose(33), london: ['gone'] }] })).toEqual([
      expect.stringContaining('purposes.yaml: [32].london[0]: there is no agreement gone'),
    ]);
  });

  it('want each of the ten numbers once', () => {
    const questions = sound.questions.map((one) => (one.number === 4 ? { ...one, number: 5 } : one));
    expect(lines({ questions })).toEqual([
      expect.stringContaining('no question has the number 4'),
      expect.stringContaining('question-5 have the number 5'),
    ]);
  });

  it('want answers under keys of their own, options where there is a choice, and none where there is not', () => {
    const withInputs = (...inputs: ReturnType<typeof makeInput>[]) => ({
      questions: [...sound.questions, makeQuestion('more', null, inputs)],
    });
    const { options: _none, ...bare } = makeInput('bare');
    expect(lines(withInputs(makeInput('danger')))).toEqual([expect.stringContaining('also a key of start')]);
    expect(lines(withInputs(bare))).toEqual([expect.stringContaining('A choice needs options')]);
    expect(lines(withInputs(makeInput('words', { kind: 'text' })))).toEqual([
      expect.stringContaining('is set on text'),
    ]);
    const twice = [
      { id: 'yes', label: 'Yes' },
      { id: 'yes', label: 'Ja' },
    ];
    expect(lines(withInputs(makeInput('twice', { options: twice })))).toEqual([
      expect.stringContaining('earlier option'),
    ]);
  });

  it('find conditions on a fact nobody stores or a value it never has, however nested', () => {
    const when = { all: [{ not: { fact: 'dangr', is: ['yes'] } }, { any: [{ fact: 'danger', is: ['maybe'] }] }] };
    expect(lines({ rules: [rule({ when })] })).toEqual([
      expect.stringContaining('rules.yaml: [0].when.all[0].not.fact: nothing is stored as dangr'),
      expect.stringContaining('rules.yaml: [0].when.all[1].any[0].is[0]: danger is never maybe'),
    ]);
    expect(lines({ rules: [rule({ when: { fact: 'agreement', is: ['mas', 'gone'] } })] })).toHaveLength(1);
    expect(lines({ rules: [rule({ when: { fact: 'area', known: true } })] })).toEqual([]);
  });

  it('find rules that lead to no question or keep their reason nowhere', () => {
    expect(lines({ rules: [rule({ question: 'gone' })] })).toEqual([expect.stringContaining('no question gone')]);
    expect(lines({ rules: [rule({ reasonKey: 'gone' })] })).toEqual([expect.stringContaining('no input key gone')]);
  });

  it('let a note stand beside an agreement, a topic or a label, and nothing else', () => {
    const note = (about: string) => ({
      notes: [
        {
          id: 'n',
          kind: 'slip' as const,
          text: 'A slip.',
          certainty: 'found' as const,
          asOf: '2026-11-22',
          about: [about],
          sources: [],
        },
      ],
    });
    expect(['mas', 'plain-email', 'email'].flatMap((about) => lines(note(about)))).toEqual([]);
    expect(lines(note('gone'))).toHaveLength(1);
  });

  it('want a place in one area, and an ambiguous name among the places', () => {
    const { places } = sound;
    expect(lines({ places: { ...places, london: ['Bexley', 'kent'] } })).toEqual([
      'places.yaml: london[1]: kent stands under kent too. Keep it once.',
    ]);
    expect(lines({ places: { ...places, ambiguous: ['Angel'] } })).toEqual([
      expect.stringContaining('lies in no area'),
    ]);
  });
});
