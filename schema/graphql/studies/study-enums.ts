import { enumType } from '../enum-type.js';

export const ChartMethod = enumType({
  name: 'ChartMethod',
  description: 'How the limits of a series were drawn, about the centre and at the effective number of trials.',
  values: {
    P_CHART: 'Three standard deviations of chance alone.',
    LANEY_P:
      'The same, times `sigmaZ`: neighbouring points of the baseline differ by more than chance (Laney’s p’ chart).',
  },
});

export const ControlRule = enumType({
  name: 'ControlRule',
  description: 'Why a point of a series is flagged.',
  values: {
    BEYOND_LIMITS: 'It lies beyond a limit: chance does that to 3 of 1000 points.',
    RUN_OF_EIGHT: 'It is one of eight or more shown points in a row on one side of the centre.',
  },
});

export const PlaceLevel = enumType({
  name: 'PlaceLevel',
  description: 'What a point of a funnel is.',
  values: {
    AGENCY: 'One agency, which you may see by itself.',
    COUNTY: 'All agencies of a county.',
    STATE: 'All agencies of a state.',
  },
});

export const FunnelStanding = enumType({
  name: 'FunnelStanding',
  description: 'Where a point of a funnel lies: a question to ask of it, not a mark.',
  values: {
    WITHIN: 'Within the 95 % limits.',
    ABOVE_95: 'Above the upper 95 % limit.',
    BELOW_95: 'Below the lower 95 % limit.',
    ABOVE_998: 'Above the upper 99.8 % limit.',
    BELOW_998: 'Below the lower 99.8 % limit.',
  },
});

export const Widening = enumType({
  name: 'Widening',
  description:
    'How the limits of a funnel are widened where agencies vary by more than chance; else neither does anything.',
  values: {
    ADDITIVE: 'As if every agency had a true rate of its own, of variance `tauSquared`: a large agency gains little.',
    MULTIPLICATIVE: 'Every limit by the square root of `phi`.',
  },
});

export const PeersOrder = enumType({
  name: 'PeersOrder',
  description: 'The order of points. There is none by rate: a funnel is no league table.',
  values: {
    LABEL: 'By name.',
    SIZE: 'By displayed denominator, the largest first; those not shown last, by name.',
  },
});

export const ComparisonScope = enumType({
  name: 'ComparisonScope',
  description: 'Where the agencies a program is compared with are looked for.',
  values: {
    STATE: 'In the state of the program: the same law, often too few agencies.',
    REGION: 'In the whole region.',
  },
});

export const StudyPhase = enumType({
  name: 'StudyPhase',
  description: 'Where a quarter lies in a study.',
  values: {
    BEFORE: 'Before the quarter the program began in.',
    WASH_IN: 'The quarter the program began in: neither before nor after.',
    AFTER: 'After it.',
  },
});

export const ParallelVerdict = enumType({
  name: 'ParallelVerdict',
  description: 'Whether agency and comparison moved alike before the program.',
  values: {
    NO_SIGN_AGAINST:
      'No slope of their gap was found. With few encounters a steep one would go unseen: read the interval.',
    DOUBTFUL: 'Their gap was moving before the program began (p < 0.05): do not read the difference as an effect.',
    NOT_CHECKED: 'Fewer than four quarters before are shown on both sides.',
  },
});
