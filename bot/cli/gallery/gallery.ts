import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { answerSamples } from './answer.ts';
import { askedSamples } from './asked.ts';
import { checkSamples } from './check.ts';
import { comparisonSamples } from './comparison.ts';
import { countsSamples } from './counts.ts';
import { detailsSamples } from './details.ts';
import { draftsSamples } from './drafts.ts';
import { formSamples } from './form.ts';
import { listSamples } from './list.ts';
import { noticeSamples } from './notice.ts';
import { questionSamples } from './question.ts';
import { recordSamples } from './record.ts';
import type { Samples } from './sample.ts';
import { topicSamples } from './topic.ts';

/** Samples of every card, a group for each folder of `cards/` (tested), in the order of a day’s work. */
export const galleryOf = (knowledge: Knowledge): readonly Samples[] => [
  { card: 'notice', samples: noticeSamples() },
  { card: 'answer', samples: answerSamples(knowledge) },
  { card: 'topic', samples: topicSamples(knowledge) },
  { card: 'details', samples: detailsSamples(knowledge) },
  { card: 'list', samples: listSamples(knowledge) },
  { card: 'form', samples: formSamples() },
  { card: 'question', samples: questionSamples(knowledge) },
  { card: 'check', samples: checkSamples(knowledge) },
  { card: 'drafts', samples: draftsSamples() },
  { card: 'record', samples: recordSamples(knowledge) },
  { card: 'asked', samples: askedSamples(knowledge) },
  { card: 'counts', samples: countsSamples(knowledge) },
  { card: 'comparison', samples: comparisonSamples() },
];
