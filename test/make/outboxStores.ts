import type { ConversationReference, PendingNotice, Person, Post } from '../../bot/stores/ports.ts';

export interface OutboxStores {
  readonly outbox: {
    pending(): Promise<PendingNotice[]>;
    settle(id: string, outcome: 'sent' | 'not-delivered'): Promise<void>;
    posted(post: Post): Promise<void>;
    posts(caseId: string): Promise<Post[]>;
    add(): Promise<void>;
  };
  readonly people: { byId(id: string): Promise<Person | null> };
  /** How each notice ended. */
  readonly settled: Record<string, string>;
  readonly posts: Post[];
  /** How often the store was asked what is pending. */
  asked: number;
  put(...notices: PendingNotice[]): void;
  setChat(person: string, chat: ConversationReference | null): void;
}

/** As much of a store as the outbox uses, in memory. A person is known once a chat was set for them, null or not. */
export function outboxStores(): OutboxStores {
  const notices = new Map<string, PendingNotice>();
  const chats = new Map<string, ConversationReference | null>();
  const stores: OutboxStores = {
    settled: {},
    posts: [],
    asked: 0,
    outbox: {
      pending: async () => {
        stores.asked++;
        return [...notices.values()];
      },
      settle: async (id, outcome) => {
        notices.delete(id);
        stores.settled[id] = outcome;
      },
      posted: async (post) => void stores.posts.push(post),
      posts: async (caseId) => stores.posts.filter((post) => post.case === caseId),
      add: async () => {},
    },
    people: { byId: async (id) => (chats.has(id) ? ({ id, chat: chats.get(id) ?? null } as Person) : null) },
    put: (...more) => {
      for (const notice of more) notices.set(notice.id, notice);
    },
    setChat: (person, chat) => void chats.set(person, chat),
  };
  return stores;
}
