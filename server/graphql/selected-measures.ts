import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionNode } from 'graphql';

import { measures } from '../../schema/catalogue/index.js';

/** Codes of the measures a query selects below a list field, through fragments, aliases, @include and @skip. */
export function selectedMeasures(info: GraphQLResolveInfo, listField: 'rows' | 'arms'): readonly string[] {
  const selected = selectedBelow(info, listField);
  return measures.map(({ code }) => code).filter((code) => selected.has(code));
}

/** Whether a query selects the persons of the rows. */
export function selectsPersons(info: GraphQLResolveInfo): boolean {
  return selectedBelow(info, 'rows').has('persons');
}

function selectedBelow(info: GraphQLResolveInfo, listField: string): ReadonlySet<string> {
  const lists = fieldsBelow(info.fieldNodes, info).filter(({ name }) => name.value === listField);
  return new Set(fieldsBelow(lists, info).map(({ name }) => name.value));
}

function fieldsBelow(fields: readonly FieldNode[], info: GraphQLResolveInfo): readonly FieldNode[] {
  return fields.flatMap(({ selectionSet }) => flattened(selectionSet?.selections ?? [], info));
}

function flattened(selections: readonly SelectionNode[], info: GraphQLResolveInfo): readonly FieldNode[] {
  return selections
    .filter((selection) => isIncluded(selection, info))
    .flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      return flattened(fragment?.selectionSet.selections ?? [], info);
    });
}

function isIncluded(selection: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  const isSkipped = getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true;
  return !isSkipped && getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false;
}
