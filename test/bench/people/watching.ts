import { cardType } from '../../../bot/teams/message.ts';
import type { ConnectorCall } from '../../make/connector.ts';
import type { Echoed } from '../processes.ts';
import type { Exchange } from './exchange.ts';

/** For the echo: of the bot’s cards those of middling length, one as a message and one as the answer of an invoke. */
export function usualAnswers(exchanges: readonly Exchange[], calls: readonly ConnectorCall[]): Echoed {
  const cards = exchanges.map(({ answer }) => answer).filter((answer) => answer.includes(cardType));
  const messages = calls
    .filter(({ kind, activity }) => kind === 'send' && activity.attachments)
    .map(({ activity: { type, attachments, summary } }) => JSON.stringify({ type, attachments, summary }));
  const body = JSON.parse(middling(cards));
  return { message: JSON.parse(middling(messages)), invoke: { type: 'invokeResponse', value: { status: 200, body } } };
}

const middling = (texts: readonly string[]): string =>
  texts.toSorted((one, other) => one.length - other.length)[Math.floor(texts.length / 2)] ?? '';

const quietMs = 500;

/** Settles when the bot has sent nothing for a while: its work after its answers must not fall on the echo. */
export async function quiet({ calls }: { readonly calls: readonly ConnectorCall[] }): Promise<void> {
  let before = -1;
  while (calls.length !== before) {
    before = calls.length;
    await new Promise((resolve) => setTimeout(resolve, quietMs));
  }
}
