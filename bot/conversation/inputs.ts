/** The option a person chose, if it was offered; undefined for anything else a card may send. */
export function offered<Option extends { readonly id: string }>(
  options: readonly Option[],
  typed: string | undefined,
): Option | undefined {
  return options.find((option) => option.id === typed);
}
