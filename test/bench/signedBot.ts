/** The bot as built, in production mode, with the key server of AUTH and a connector on loopback for Microsoft's. */
import { openHouse, startBot } from '../../bot/compose.ts';
import { readConfig } from '../../bot/config.ts';
import { isLoopback } from '../../bot/teams/serviceAddress.ts';
import { FixedToken } from '../make/fixedToken.ts';

const config = readConfig(process.env);
const house = await openHouse(config);
const auth = JSON.parse(process.env.AUTH ?? '');
const bot = await startBot(house, config, { auth, trusts: isLoopback, credentials: new FixedToken() });
process.once('SIGTERM', async () => {
  await bot.stop();
  await house.close();
  process.exit(0);
});
house.log.info({ port: bot.port }, 'the bot is listening');
