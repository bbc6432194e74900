const KEPT_AS = 'headwaters-token';

/**
 * The token to ask with: from the link `#token=hw_...` the first time, then kept for this tab alone.
 *
 * A fragment is never sent to a server; it is taken off the address at once, so that it does not stay in the history.
 */
export function tokenAtStart(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) {
    history.replaceState(null, '', location.pathname);
    keepToken(given);
  }
  return sessionStorage.getItem(KEPT_AS) ?? '';
}

export function keepToken(token: string): void {
  sessionStorage.setItem(KEPT_AS, token);
}
