import { Command, Option } from 'commander';

import { askHub } from '../server/courier/index.js';

import { hubOf, withHub } from './hub.js';
import { run } from './run.js';

const KINDS = [
  'MUNICIPAL_POLICE',
  'SHERIFF',
  'STATE_POLICE',
  'TRIBAL_POLICE',
  'CAMPUS_POLICE',
  'BEHAVIORAL_HEALTH_PROVIDER',
];

const command = withHub(new Command('register'), { holder: 'an operator' })
  .description('Let an agency take part, and give its data steward a token. For an operator.')
  .argument('<id>', 'id of the agency for good: small letters, digits and hyphens, such as harbor-city-pd')
  .requiredOption('--name <words>', 'its name')
  .requiredOption('--county <county>', 'its county with the state, such as WA/King')
  .addOption(new Option('--kind <kind>', 'what sort of agency it is').choices(KINDS).default('MUNICIPAL_POLICE'))
  .option('--synthetic', 'every row of it is invented', false)
  .addHelpText(
    'after',
    '\nPrints the token of its data steward, this once. Exit code 0: registered. 1: not; the message says why.',
  )
  .parse();

interface Options {
  readonly name: string;
  readonly county: string;
  readonly kind: string;
  readonly synthetic: boolean;
}

const REGISTER = `mutation ($agency: AgencyInput!, $steward: TokenInput!) {
  registerAgency(agency: $agency) { id }
  issueToken(to: $steward)
}`;

await run(async () => {
  const { name, county, kind, synthetic } = command.opts<Options>();
  const [id = ''] = command.args;
  const { issueToken } = await askHub<{ readonly issueToken: string }>(hubOf(command), {
    query: REGISTER,
    variables: {
      agency: { id, name, county, kind, isSynthetic: synthetic },
      steward: { name: `Data steward of ${name}`, audience: 'STEWARD', agency: id },
    },
  });
  process.stdout.write(`Registered ${id}. Token of its data steward, shown this once:\n${issueToken}\n`);
  return 0;
});
