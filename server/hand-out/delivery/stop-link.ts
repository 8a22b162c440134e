import { createHash, createHmac } from 'node:crypto';

/** The secret in the link that ends a reader's mail. Made anew for each letter, always the same, kept nowhere. */
export const stopToken = (secret: string, readerId: string): string =>
  createHmac('sha256', secret).update(`hand-out-reader/${readerId}`).digest('base64url');

/** What is kept of it: enough to know it again, too little to write it. */
export const stopHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What every such secret looks like; anything else is not looked up. */
export const STOP_TOKEN = /^[A-Za-z0-9_-]{43}$/;
