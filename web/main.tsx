import { createRoot } from 'react-dom/client';
import { createApi } from '#web/api.ts';
import { App } from '#web/app/app.tsx';
import { openDoor } from '#web/compute/open-door.ts';

const page = document.getElementById('root');
if (page === null) throw new Error('index.html has no element with the id "root"');
createRoot(page).render(<App openDoor={openDoor} api={createApi()} />);
