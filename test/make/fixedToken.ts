import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { ids } from './activity.ts';

/** Outbound calls carry a token that no directory gave, so that no test reaches for one. */
export class FixedToken extends ConfigurationServiceClientCredentialFactory {
  constructor() {
    super({
      MicrosoftAppId: ids.bot,
      MicrosoftAppPassword: 'x',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: ids.tenant,
    });
  }

  override createCredentials() {
    const signRequest = async <R extends { headers: { set(name: string, value: string): void } }>(request: R) => {
      request.headers.set('authorization', 'Bearer token-of-the-test');
      return request;
    };
    return Promise.resolve({ signRequest } as never);
  }
}
