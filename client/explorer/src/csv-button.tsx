import { ToolbarButton, useGraphiQL } from '@graphiql/react';

import { downloadCsv } from './ask';

/** Ask the question in the editor for CSV instead: the same numbers, as a file. */
export function CsvButton({ token }: { token: string }) {
  const { queryEditor, variableEditor, operationName } = useGraphiQL((state) => state);

  const download = async (): Promise<void> => {
    const variables: unknown = JSON.parse(variableEditor?.getValue().trim() || '{}');
    await downloadCsv({ query: queryEditor?.getValue() ?? '', variables, operationName }, token);
  };

  return (
    <ToolbarButton
      label="Download the rows as CSV"
      onClick={() => {
        download().catch((error: unknown) => {
          window.alert(error instanceof Error ? error.message : String(error));
        });
      }}
    >
      <span className="csv-button">CSV</span>
    </ToolbarButton>
  );
}
