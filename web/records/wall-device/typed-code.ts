/** The code in what was typed or pasted: the address of a QR code has it at its end. */
export function codeIn(typed: string): string {
  const address = typed.trim();
  if (!URL.canParse(address)) return typed;
  return new URL(address).searchParams.get('code') ?? typed;
}
