/** The least a bot can be: CloudAdapter, restify, one activity sent for each that comes. ACTIVITY holds what to send. */
import { readFileSync } from 'node:fs';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const activity = JSON.parse(readFileSync(process.env.ACTIVITY ?? '', 'utf8'));
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response, async (context) => {
    await context.sendActivity(activity);
  });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
