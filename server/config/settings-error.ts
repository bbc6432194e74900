/** Settings that cannot be used: every one that is wrong. Never carries a value. */
export class SettingsError extends Error {
  constructor(complaints: readonly string[]) {
    super(
      `${complaints.length === 1 ? 'A setting is' : `${complaints.length} settings are`} wrong; nothing was started.\n` +
        complaints.map((complaint) => `  ${complaint}`).join('\n') +
        '\n.env.example names every setting and what it may be.',
    );
    this.name = 'SettingsError';
  }
}
