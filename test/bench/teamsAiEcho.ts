/** What teams-ai's own samples are: an Application on a TeamsAdapter, with memory storage, that repeats what is said. */
import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { MemoryStorage } from 'botbuilder';
import restify from 'restify';

const adapter = new TeamsAdapter({ MicrosoftAppId: '' });
const application = new Application({ storage: new MemoryStorage() });
application.activity('message', async (context) => {
  await context.sendActivity(`You said ${context.activity.text}`);
});
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response as never, async (context) => {
    await application.run(context);
  });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
