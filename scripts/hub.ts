import type { Command } from 'commander';

import { tokenFromEnvironment } from '../server/config/index.js';
import type { HubAccess } from '../server/courier/index.js';

/** The options every command has that speaks to a hub. @param holder whose token it needs. */
export function withHub(command: Command, { holder }: { holder: string }): Command {
  return command
    .option('--hub <address>', 'address of the hub', 'http://127.0.0.1:4000')
    .option('--token <token>', `token of ${holder}; better in HEADWATERS_TOKEN, where no other process reads it`);
}

/** The hub a command was given, and the token to ask it with. */
export function hubOf(command: Command): HubAccess {
  const { hub, token } = command.opts<{ hub: string; token?: string }>();
  return { hub, token: token ?? tokenFromEnvironment() ?? '' };
}
