/** What is reached for inside the SDK's client: the pipeline that every request goes through (@azure/core-client). */
interface Inside {
  readonly client?: { readonly pipeline?: { removePolicy(policy: { name: string }): unknown[] } };
}

/**
 * Takes the retries out of a connector client. The SDK retries a POST on 5xx, 408 and resets for about six seconds:
 * cards sent twice, and an invoke past its time (PLATFORM 2.2). It offers no setting for it. Whoever sends decides.
 */
export function withoutRetries<Client extends object>(client: Client): Client {
  const pipeline = (client as Inside).client?.pipeline;
  if (pipeline?.removePolicy({ name: 'defaultRetryPolicy' }).length !== 1) {
    throw new Error('the SDK’s connector client has no retry policy where it used to be');
  }
  return client;
}
