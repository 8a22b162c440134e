import pg from 'pg';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 5_000;
const PATIENCE = 5_000; // of a connection that says nothing: the machine of the database may be gone

export type Listening = {
  /** Whether the database answers; a connection on which it does not is opened again. */
  ping(): Promise<boolean>;
  close(): void;
};

type Listener = {
  pool: pg.Pool; // of the records: the same database, by a connection of its own
  onTold: (kind: string) => void; // a record of this kind changed
  onOpen: () => void; // changes until now were not told of
  onLost: () => void; // said again at every try that failed
};

/** Hears which records change, for as long as it is open; comes back by itself when the database does. */
export function listenToRecords({ pool, onTold, onOpen, onLost }: Listener): Listening {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let wait = FIRST_WAIT;
  let isClosed = false;

  const open = async () => {
    const opened = newClient(pool);
    opened.on('notification', ({ payload }) => onTold(payload ?? ''));
    try {
      await opened.connect();
      await opened.query('listen commonbeat_record');
    } catch {
      shut(opened);
      if (!isClosed) tryLater();
      return;
    }
    if (isClosed) {
      shut(opened);
      return;
    }
    client = opened;
    wait = FIRST_WAIT;
    opened.once('end', () => lose(opened));
    onOpen();
  };
  const tryLater = () => {
    onLost();
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  const lose = (lost: pg.Client) => {
    if (client !== lost || isClosed) return;
    client = null;
    shut(lost);
    void open();
  };

  void open();
  return {
    ping: async () => {
      const asked = client;
      if (asked === null) return false;
      try {
        await asked.query('select 1');
        return true;
      } catch {
        lose(asked);
        return false;
      }
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      if (client) shut(client);
      client = null;
    },
  };
}

function newClient(pool: pg.Pool): pg.Client {
  const { password } = pool.options; // hidden from the spread
  const client = new pg.Client({
    ...pool.options,
    ...(password === undefined ? {} : { password }),
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
  });
  client.on('error', () => undefined); // it ends then, which is what we hear
  return client;
}

const shut = (client: pg.Client): void => void client.end().catch(() => undefined);
