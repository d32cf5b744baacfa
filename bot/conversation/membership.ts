import type { ConversationReference, Person } from '../stores/ports.ts';
import { inTime } from './inTime.ts';
import { ShortMemory } from './shortMemory.ts';

/** What somebody is to the organisation’s Teams now; `unknown` when that could not be found out in time. */
export type Membership = 'member' | 'guest' | 'gone' | 'unknown';

/** Asks Teams about the person of a personal chat. Rejects when Teams does not say. */
export type LookUpMember = (chat: ConversationReference) => Promise<Exclude<Membership, 'unknown'>>;

const keptMinutes = 24 * 60;
/** A click cannot wait longer: Teams gives up on its answer after a few seconds. */
const patienceMs = 1_000;

/**
 * Whether people still belong here, for decisions only. That somebody does is believed for a day; that they do not is
 * asked again each time.
 */
export class Members {
  readonly #members: ShortMemory<true>;
  #lookUp: LookUpMember = () => Promise.reject(new Error('not connected to Teams yet'));

  constructor(now: () => Date) {
    this.#members = new ShortMemory(now, keptMinutes);
  }

  /** From now on Teams is asked this way. */
  connect(lookUp: LookUpMember): void {
    this.#lookUp = lookUp;
  }

  async of({ id, chat }: Person): Promise<Membership> {
    if (this.#members.find(id)) return 'member';
    if (chat === null) return 'unknown';
    const found: Promise<Membership> = this.#lookUp(chat).then(
      (membership) => this.#noted(id, membership),
      () => 'unknown',
    );
    return inTime(found, patienceMs, 'unknown');
  }

  /** An answer that comes too late for this click serves the next one. */
  #noted(id: string, membership: Membership): Membership {
    if (membership === 'member') this.#members.keep(id, true);
    else this.#members.forget(id);
    return membership;
  }
}
