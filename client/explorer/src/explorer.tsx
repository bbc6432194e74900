import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';

import { ask } from './ask';
import { CsvButton } from './csv-button';
import { examples } from './examples';
import { keepToken, tokenAtStart } from './token';
import { TokenField } from './token-field';

/** GraphiQL with a place for the token, example questions, and a way to take a table away. */
export function Explorer() {
  const [token, setToken] = useState(tokenAtStart);
  const fetcher = useMemo(
    () => async (question: Parameters<typeof ask>[0]) =>
      (await (await ask(question, { token, accept: 'application/json' })).json()) as object,
    [token],
  );

  return (
    <div className="explorer">
      <TokenField
        token={token}
        onChange={(changed) => {
          keepToken(changed);
          setToken(changed);
        }}
      />
      {/* A new token is a new asker: the schema is read again, and nothing of the last answer stays. */}
      <GraphiQL key={token} fetcher={fetcher} defaultTabs={[...examples]} shouldPersistHeaders={false}>
        <GraphiQL.Toolbar>
          {({ prettify, copy, merge }) => (
            <>
              {prettify}
              {merge}
              {copy}
              <CsvButton token={token} />
            </>
          )}
        </GraphiQL.Toolbar>
      </GraphiQL>
    </div>
  );
}
