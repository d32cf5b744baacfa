import { expect, test } from 'vitest';
import { openBrowser } from '../../bot/cli/browser.ts';
import { takenPorts } from '../../bot/cli/takenPorts.ts';
import { startDemo } from './demoProcess.ts';
import { freePorts } from './freePorts.ts';
import { openPlayground } from './playground.ts';

test('npm run demo: three people meet the bot, and Ctrl-C leaves nothing behind', async () => {
  const ports = await freePorts(4);
  const demo = await startDemo({ ports });
  const browser = await openBrowser();
  try {
    for (const address of [demo.practitioner, demo.approver, demo.igLead]) {
      expect(demo.printed()).toContain(address);
      const window = await openPlayground(browser, address);
      await window.waitForCard('Sharing Guide');
      expect(await window.buttons()).toContain('Start the checklist');
      await window.close();
    }
  } finally {
    await browser.close();
    expect(await demo.stop()).toBe(0);
  }
  expect(await takenPorts(ports)).toEqual([]);
}, 120_000);
