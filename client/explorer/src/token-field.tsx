/** Where the bearer token goes. It is kept for this tab alone and sent to this server alone. */
export function TokenField({ token, onChange }: { token: string; onChange: (token: string) => void }) {
  return (
    <header className="token-field">
      <strong>Headwaters</strong>
      <label>
        Token
        <input
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder="hw_… from your operator, or from the first lines of npm start"
          value={token}
          onChange={(event) => {
            onChange(event.target.value.trim());
          }}
        />
      </label>
      <span>{token === '' ? 'Every question needs a token.' : 'Questions are asked with this token.'}</span>
    </header>
  );
}
