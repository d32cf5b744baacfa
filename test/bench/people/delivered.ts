import { cardType } from '../../../bot/teams/message.ts';
import type { ConnectorCall } from '../../make/connector.ts';
import type { Exchange } from './exchange.ts';
import { placeOf } from './places.ts';
import { misdelivered, type OwnerOf, references, strays } from './strays.ts';

interface Sent {
  readonly type: string;
  readonly value?: { readonly action: { readonly verb: string; readonly data: { readonly case?: string } } };
}

/** Holds everything that reached somebody against whom it was for. */
export class Delivered {
  /** What went wrong, each in a few words. */
  readonly wrong: string[] = [];
  readonly #ownerOf: OwnerOf;
  readonly #told = new Set<string>();

  constructor(ownerOf: OwnerOf) {
    this.#ownerOf = ownerOf;
  }

  /** A message with this reference came to that person; a card that was brought up to date tells nobody. */
  wasTold = (place: number, reference: string): boolean => this.#told.has(`${place} ${reference}`);

  /** Everything of one window: what people did, and what the bot sent meanwhile. */
  check(exchanges: readonly Exchange[], calls: readonly ConnectorCall[]): void {
    const sent = calls.filter(({ kind, activity }) => kind !== 'other' && activity.type === 'message');
    for (const call of sent) {
      this.wrong.push(...misdelivered(call, this.#ownerOf));
      const told = call.kind === 'send' ? JSON.stringify(call.activity).match(references) : null;
      for (const reference of told ?? []) this.#told.add(`${placeOf(call.conversation)} ${reference}`);
    }
    for (const exchange of exchanges) this.wrong.push(...this.#answered(exchange, sent));
  }

  #answered({ place, body, answer, sentAt, answeredAt }: Exchange, sent: readonly ConnectorCall[]): string[] {
    const { type, value } = JSON.parse(body) as Sent;
    if (type === 'message') {
      const isTheirs = ({ conversation, at }: ConnectorCall) =>
        placeOf(conversation) === place && at >= sentAt && at <= answeredAt;
      return sent.some(isTheirs) ? [] : [`no answer to a question of person ${place}`];
    }
    const {
      verb,
      data: { case: asked },
    } = value?.action ?? { verb: '', data: {} };
    // Words alone, e.g. that it takes longer, show no case.
    const showsCase = asked === undefined || !answer.includes(cardType) || answer.includes(asked);
    return [
      ...(showsCase ? [] : [`${verb} of person ${place} answered without ${asked}: ${headingOf(answer)}`]),
      ...strays(place, answer, this.#ownerOf).map((what) => `${what} in an answer to person ${place}`),
    ];
  }
}

const headingOf = (answer: string): string => /"text":"([^"]*)"/.exec(answer)?.[1] ?? '';
