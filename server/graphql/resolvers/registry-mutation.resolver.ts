import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { Agency, AgencyInput, Program, ProgramInput, TokenInput } from '../../../schema/graphql/index.js';
import { issueToken, registerAgency, registerProgram } from '../../flow/index.js';
import type { Context } from '../context.js';

@Resolver()
export class RegistryMutationResolver {
  @Mutation(() => Agency, { description: 'Let an agency take part. Operator only.' })
  async registerAgency(
    @Arg('agency', () => AgencyInput, { description: 'The agency.' }) agency: AgencyInput,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    return registerAgency({ ...agency }, asker, house);
  }

  @Mutation(() => Program, { description: 'Say that an agency runs a program. Operator only.' })
  async registerProgram(
    @Arg('program', () => ProgramInput, { description: 'The program.' })
    { agency, endedOn, openings, serves, ...program }: ProgramInput,
    @Ctx() { asker, house }: Context,
  ): Promise<object> {
    const given = { agencyId: agency, endedOn: endedOn ?? null, openings: openings ?? null, serves: serves ?? null };
    return registerProgram({ ...program, ...given }, asker, house);
  }

  @Mutation(() => String, {
    description: 'A new token for somebody. It is shown this once: the house keeps its hash only. Operator only.',
  })
  async issueToken(
    @Arg('to', () => TokenInput, { description: 'Who is to hold it.' })
    { name, audience, agency, state }: TokenInput,
    @Ctx() { asker, house }: Context,
  ): Promise<string> {
    return issueToken({ name, audience, agencyId: agency ?? null, state: state ?? null }, asker, house);
  }
}
