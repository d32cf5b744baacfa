/** Made-up ids in the shapes that Teams sends. */
export const ids = {
  bot: '6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f',
  tenant: '3d2c1b0a-9f8e-4d7c-8b6a-5f4e3d2c1b0a',
  foreignTenant: '7a6b5c4d-3e2f-4a1b-9c8d-7e6f5a4b3c2d',
  alice: 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d',
  bob: 'b2c3d4e5-f6a7-4b8c-9d0e-1f2a3b4c5d6e',
} as const;

export type ActivityJson = Record<string, unknown>;

let number = 0;

/** A message from Alice in her personal chat with the bot, as it would be let in. */
export function activity(serviceUrl: string, changes: ActivityJson = {}): ActivityJson {
  return {
    type: 'message',
    id: `in-${++number}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:alice', name: 'Alice Example', aadObjectId: ids.alice },
    recipient: { id: `28:${ids.bot}`, name: 'Sharing Guide' },
    conversation: { id: 'a:alice', conversationType: 'personal', tenantId: ids.tenant },
    channelData: { tenant: { id: ids.tenant } },
    text: 'hello',
    textFormat: 'plain',
    ...changes,
  };
}

/** A press of an Action.Execute button on the card `card`. */
export function press(serviceUrl: string, verb: string, data: unknown, changes: ActivityJson = {}): ActivityJson {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  return activity(serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value,
    replyToId: 'card-1',
    ...changes,
  });
}

/** A search of the message extension, as `value` says it. */
export function query(serviceUrl: string, value: unknown, changes: ActivityJson = {}): ActivityJson {
  const channelData = { tenant: { id: ids.tenant }, source: { name: 'compose' } };
  return activity(serviceUrl, {
    type: 'invoke',
    name: 'composeExtension/query',
    text: undefined,
    channelData,
    value,
    ...changes,
  });
}

/** The words somebody typed into the search box, a page of the results. */
export function typedQuery(serviceUrl: string, text: string, page: object = { skip: 0, count: 25 }): ActivityJson {
  return query(serviceUrl, {
    commandId: 'search',
    parameters: [{ name: 'query', value: text }],
    queryOptions: page,
    commandContext: 'compose',
  });
}

/** A press of the Action.Submit fallback. */
export function submit(serviceUrl: string, verb: string, data: object, changes: ActivityJson = {}): ActivityJson {
  return activity(serviceUrl, { text: undefined, value: { ...data, verb }, replyToId: 'card-1', ...changes });
}

/** A message that speaks to the bot in a channel. */
export function mention(serviceUrl: string, text: string, changes: ActivityJson = {}): ActivityJson {
  const bot = { id: `28:${ids.bot}`, name: 'Sharing Guide' };
  return activity(serviceUrl, {
    conversation: { id: '19:team', conversationType: 'channel', isGroup: true, tenantId: ids.tenant },
    text: `<at>Sharing Guide</at> ${text}`,
    entities: [{ type: 'mention', mentioned: bot, text: '<at>Sharing Guide</at>' }],
    ...changes,
  });
}
