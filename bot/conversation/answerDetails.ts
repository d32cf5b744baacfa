import { type DetailsView, detailsCard } from '../../cards/details/details.ts';
import { type Rendered, type Row, row, type Section } from '../../cards/render.ts';
import { cite, type Knowledge } from '../../knowledge/knowledge.ts';
import type { Agreement, Fact, Topic } from '../../knowledge/schema.ts';
import { currencyWarning, labelName } from './answerView.ts';
import { day } from './words.ts';

const notSaid = row('The documents we hold do not say.');

const certaintyWords = {
  found: 'we found it in a public copy',
  'partly-found': 'we found a part of it in a public copy',
  'general-knowledge': 'general knowledge, not checked against a source',
  'in-the-sources': 'it stands in the documents',
} as const;

const rowsOf =
  (knowledge: Knowledge) =>
  (facts: readonly Fact[]): Row[] =>
    facts.map(({ text, sources }) => row(text, cite(knowledge, sources)));

/** Notes are never agreement text: they stand apart, each with how sure we are and the day it was true. */
function noteRows(knowledge: Knowledge, kind: 'recent-law' | 'slip', about: readonly string[]): Row[] {
  return knowledge.content.notes
    .filter((note) => note.kind === kind && note.about.some((id) => about.includes(id)))
    .map((note) => {
      const sure = `${certaintyWords[note.certainty]}, as of ${day(note.asOf)}`;
      return row(note.text, [...cite(knowledge, note.sources), `how sure: ${sure}`]);
    });
}

const notesSections = (knowledge: Knowledge, about: readonly string[]): Section[] => [
  {
    title: 'Recent law: confirm with your IG lead (not in the agreement)',
    rows: noteRows(knowledge, 'recent-law', about),
  },
  { title: 'Slips in the documents', rows: noteRows(knowledge, 'slip', about) },
];

function agreementSections(knowledge: Knowledge, agreement: Agreement, today: Date): Section[] {
  const rows = rowsOf(knowledge);
  const document = knowledge.documents.get(agreement.document ?? '');
  const currency = currencyWarning(knowledge, agreement, today);
  const orNotSaid = (list: readonly Row[]): readonly Row[] => (list.length > 0 ? list : [notSaid]);
  return [
    { title: 'What it is for', rows: rows([agreement.summary]) },
    { title: 'It covers', rows: rows(agreement.covers) },
    { title: 'It does not cover', rows: orNotSaid(rows(agreement.doesNotCover)) },
    {
      title: 'Two agreements: the other party decides',
      rows: agreement.strands.map((strand) => strandRow(knowledge, strand)),
    },
    { title: 'Who shares with whom', rows: orNotSaid(rows(agreement.parties)) },
    { title: 'Lawful basis', rows: orNotSaid(rows(agreement.lawfulBasis ? [agreement.lawfulBasis] : [])) },
    { title: 'Terms and restrictions', rows: orNotSaid(rows(agreement.terms)) },
    { title: 'Check before you rely on it', rows: [...rows(agreement.check), ...(currency ? [row(currency)] : [])] },
    { title: 'Easily mistaken for', rows: agreement.confusedWith.map((other) => lookAlikeRow(knowledge, other)) },
    { title: 'The document: who signs, versions, review', rows: document ? rows(document.facts) : [] },
    ...notesSections(knowledge, [agreement.id]),
  ];
}

const strandRow = (knowledge: Knowledge, { otherParty, fact }: Agreement['strands'][number]): Row =>
  row(`${otherParty}: ${fact.text}`, cite(knowledge, fact.sources));

const lookAlikeRow = (knowledge: Knowledge, { agreement, tellApart }: Agreement['confusedWith'][number]): Row =>
  row(`${labelName(knowledge, agreement) ?? agreement}: ${tellApart}`);

function topicSections(knowledge: Knowledge, topic: Topic): Section[] {
  const names = topic.related.map((id) => labelName(knowledge, `topic:${id}`) ?? labelName(knowledge, id) ?? id);
  return [
    { title: 'How to share', rows: rowsOf(knowledge)(topic.answer) },
    { title: 'Read on: type one of these', rows: names.map((name) => row(name)) },
    ...notesSections(knowledge, [topic.label, topic.id]),
  ];
}

/** A page of everything we hold on an agreement or topic; null when there is none of that label. */
export function detailsPage(
  knowledge: Knowledge,
  { label, page, question, today }: Pick<DetailsView, 'label' | 'page' | 'question'> & { readonly today: Date },
): Rendered | null {
  const topic = label.startsWith('topic:') ? knowledge.topics.get(label.slice('topic:'.length)) : undefined;
  if (topic)
    return detailsCard({ name: topic.title, label, page, question, sections: topicSections(knowledge, topic) });
  const agreement = knowledge.agreements.get(label);
  if (!agreement) return null;
  const sections = agreementSections(knowledge, agreement, today);
  return detailsCard({ name: agreement.name, label, page, question, sections });
}
