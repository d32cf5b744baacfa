import { matchQuestion } from '../../knowledge/match/matchQuestion.ts';
import { loadContent } from '../compose.ts';
import { answerText } from '../conversation/answerReply.ts';
import { factsTold } from '../conversation/told.ts';
import { askRequest } from './askArguments.ts';
import { contentSound } from './contentSound.ts';

const request = askRequest(process.argv.slice(2));
if (request.kind === 'wrong') {
  console.error(request.problem);
  process.exitCode = 2;
} else {
  const knowledge = await contentSound(loadContent);
  if (knowledge) {
    const answer = matchQuestion(knowledge, request.question, request.context);
    const told = factsTold(knowledge, request.question, request.context);
    const text = answerText(knowledge, { answer, told }, new Date());
    const { band, declined, asks } = answer;
    const ranked = answer.ranked.map(({ label }) => label);
    const back = asks && { key: asks.key, options: asks.options };
    console.log(request.asJson ? JSON.stringify({ ranked, band, declined, asks: back, text }) : text);
  }
}
