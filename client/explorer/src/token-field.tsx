import { useState } from 'react';

/** Where the bearer token goes. It is kept for this tab alone and sent to this server alone. */
export function TokenField({ token, onChange }: { token: string; onChange: (token: string) => void }) {
  const [typed, setTyped] = useState(token);

  return (
    <form
      className="token-field"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
      }}
    >
      <strong>Headwaters</strong>
      <label>
        Token
        <input
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="hw_… from your operator, or from the first lines of npm start"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </label>
      <button type="submit">Use</button>
      <span>{token === '' ? 'Every question needs a token.' : 'Questions are asked with this token.'}</span>
    </form>
  );
}
