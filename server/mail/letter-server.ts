import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { keepLetter } from '#server/store/mail.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';

const LARGEST = 30 * 1024 * 1024;
const KEPT_OF_TOO_LARGE = 256 * 1024;

export type LetterBox = {
  store: RecordStore;
  nowLocal: () => string;
  address: string; // the only one that letters are taken for
  host: string;
  port: number;
  onKept: () => void; // a letter waits to be sorted
};

/** Listens for letters. Each is in the database before its sender is told that it was taken. */
export async function openLetterBox(box: LetterBox): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST,
    maxClients: 50,
    banner: 'Commonbeat',
    onRcptTo: ({ address }, _, done) =>
      address.toLowerCase() === box.address.toLowerCase() ? done() : done(refusal(550, `no mailbox ${address} here`)),
    onData: (stream, session, done) => {
      takeIn(box, stream, session).then(
        (refused) => done(refused),
        () => done(refusal(451, 'not kept; send it again later')),
      );
    },
  });
  server.on('error', () => undefined); // a caller that hangs up
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(box.port, box.host, resolve);
  });
  const { port } = server.server.address() as AddressInfo; // it listens
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function takeIn(box: LetterBox, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST) chunks.push(chunk);
    else if (chunks.length > 1) chunks.splice(1); // the beginning is enough for a person to see what it was
  }
  const nowLocal = box.nowLocal();
  const sender = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
  const trace = Buffer.from(`Return-Path: <${sender}>\r\nReceived: from [${session.remoteAddress}]; ${nowLocal}\r\n`);
  const isTooLarge = stream.sizeExceeded || size > LARGEST;
  const body = isTooLarge ? Buffer.concat(chunks).subarray(0, KEPT_OF_TOO_LARGE) : Buffer.concat(chunks);
  const reviewReason = isTooLarge
    ? 'It is larger than 30 MB: only its beginning is kept, and its sender was told.'
    : '';
  await box.store.as(systemActing(nowLocal), (tx) =>
    keepLetter(tx, {
      raw: Buffer.concat([trace, body]),
      from: sender,
      subject: '',
      receivedAt: nowLocal,
      reviewReason,
    }),
  );
  if (!isTooLarge) box.onKept();
  return isTooLarge ? refusal(552, 'at most 30 MB') : null;
}

const refusal = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode });
