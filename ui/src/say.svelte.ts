/** What a screen reader should say next; shown by the shell in a live region. */
class Voice {
  text = $state('');

  /** Says `words` politely, also when they are the same as before. */
  say(words: string): void {
    this.text = '';
    setTimeout(() => (this.text = words), 50);
  }
}

export const voice = new Voice();
