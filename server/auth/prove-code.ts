import { giveCodeBack, takeCode } from '#server/store/used-codes.ts';
import type { Accounts } from './accounts.ts';

type Given = { readonly email: string; readonly code: string };

/** Better Auth's answer to a code of the second factor; null for one that was accepted before (RFC 6238, 5.2). */
export async function proveCode(
  { better, records }: Accounts,
  { email, code }: Given,
  headers: Headers,
): Promise<Response | null> {
  if (!(await takeCode(records.pool, email, code))) return null;
  const response = await better.api.verifyTOTP({ body: { code }, headers, asResponse: true });
  if (!response.ok) await giveCodeBack(records.pool, email, code);
  return response.ok ? response : null;
}
