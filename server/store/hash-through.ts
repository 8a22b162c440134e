import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** A stream that changes nothing and knows the sha256 of what went through it. */
export function hashThrough(): { stream: Transform; sha256(): string } {
  const hash = createHash('sha256');
  const stream = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, sha256: () => hash.digest('hex') };
}
