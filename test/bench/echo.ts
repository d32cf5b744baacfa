/**
 * The least a bot can be: CloudAdapter, restify, one activity sent for each that comes. ANSWERS holds what to send, by
 * the type of what comes; AUTH the SDK's authentication settings, without which nobody has to prove anything.
 */
import { readFileSync } from 'node:fs';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import { ids } from '../make/activity.ts';
import { FixedToken } from '../make/fixedToken.ts';

const answers = JSON.parse(readFileSync(process.env.ANSWERS ?? '', 'utf8'));
const { AUTH } = process.env;
const authentication = AUTH
  ? new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: ids.bot, ...JSON.parse(AUTH) }, new FixedToken())
  : new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' });
const adapter = new CloudAdapter(authentication);
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response, async (context) => {
    await context.sendActivity(answers[context.activity.type]);
  });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
