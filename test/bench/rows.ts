import { askTurn } from './askTurn.ts';
import { checklistTurnInvoke, checklistTurnMessage } from './checklistTurn.ts';
import { allFindings } from './findings.ts';
import { flatMemory } from './flatMemory.ts';
import { idleMemory } from './idleMemory.ts';
import { invokeAnswer } from './invokeAnswer.ts';
import { listPending, openRecord, start100000, submitAt100000, submitFsyncs } from './largeRows.ts';
import { indexReady, match5000, matchShipped } from './matching.ts';
import { people200 } from './people/people200.ts';
import type { Row } from './row.ts';
import { screen2000 } from './screen2000.ts';
import { startEmpty } from './startEmpty.ts';

/** Every floor of the design, in its order. */
export const rows: readonly Row[] = [
  {
    name: 'ask-turn',
    what: 'a question over HTTP, against a bare CloudAdapter + restify echo that sends the same card',
    unit: 'turns/s',
    floor: 0.65,
    says: 'ratio at least 0.65',
    measure: askTurn,
  },
  {
    name: 'checklist-turn-message',
    what: 'an answer in the checklist, draft durably saved, against the message echo',
    unit: 'turns/s',
    floor: 0.6,
    says: 'ratio at least 0.6',
    measure: checklistTurnMessage,
  },
  {
    name: 'checklist-turn-invoke',
    what: 'an answer in the checklist, draft durably saved, against an invoke echo that returns the same card',
    unit: 'turns/s',
    floor: 0.3,
    says: 'ratio at least 0.3',
    measure: checklistTurnInvoke,
  },
  {
    name: 'match-shipped',
    what: 'matching one question, shipped content, p99',
    unit: 'ms',
    floor: 2,
    says: 'under 2',
    measure: matchShipped,
  },
  {
    name: 'match-5000',
    what: 'matching one question, 5,000 synthetic agreements, p99',
    unit: 'ms',
    floor: 10,
    says: 'under 10',
    measure: match5000,
  },
  {
    name: 'match-index',
    what: 'from loaded content to the index that answers, in a fresh process',
    unit: 'ms',
    floor: 150,
    says: 'under 150',
    measure: indexReady,
  },
  {
    name: 'screen-2000',
    what: 'the identifier screen over 2,000 characters of case notes, p50',
    unit: 'ms',
    floor: 1,
    says: 'under 1',
    measure: screen2000,
  },
  {
    name: 'findings',
    what: 'all findings of a complete draft to which many rules speak, p50',
    unit: 'ms',
    floor: 1,
    says: 'under 1',
    measure: allFindings,
  },
  {
    name: 'submit-100000',
    what: 'submit a record after 100,000, p50, against p50 after 100',
    unit: 'ms',
    floor: 1.5,
    says: 'ratio at most 1.5',
    measure: submitAt100000,
  },
  {
    name: 'submit-fsyncs',
    what: 'fsyncs of 1,000 parallel submits, ledger and keys',
    unit: 'fsyncs',
    floor: 200,
    says: 'under 200',
    measure: submitFsyncs,
  },
  {
    name: 'list-pending',
    what: 'list the third of 100,000 records that is pending, p50',
    unit: 'ms',
    floor: 20,
    says: 'under 20',
    measure: listPending,
  },
  {
    name: 'open-record',
    what: 'open one of 100,000 records, p50',
    unit: 'ms',
    floor: 20,
    says: 'under 20',
    measure: openRecord,
  },
  {
    name: 'start-empty',
    what: 'start with an empty store, without the time to import the SDKs',
    unit: 'ms',
    floor: 500,
    says: 'under 500',
    measure: startEmpty,
  },
  {
    name: 'start-100000',
    what: 'start with 100,000 records of 5 events, beyond the start with none',
    unit: 'ms',
    floor: 2000,
    says: 'under 2000',
    measure: start100000,
  },
  {
    name: 'memory-idle',
    what: 'resident memory after the start, above a teams-ai echo',
    unit: 'MB',
    floor: 80,
    says: 'at most 80 above',
    measure: idleMemory,
  },
  {
    name: 'memory-flat',
    what: 'memory held after 10,000 further turns, against before them',
    unit: 'MB',
    floor: 1.05,
    says: 'ratio at most 1.05',
    measure: flatMemory,
  },
  {
    name: 'people-200',
    what: '200 people, each acting every 2 to 10 s, p99, against the echo under the same load',
    unit: 'ms',
    floor: 3,
    says: 'ratio at most 3',
    measure: people200,
  },
  {
    name: 'invoke-answer',
    what: 'an invoke answered with the connector failing and the store slow, longest of 50',
    unit: 'ms',
    floor: 2000,
    says: 'under 2000',
    measure: invokeAnswer,
  },
];
