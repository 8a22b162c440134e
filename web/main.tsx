import { createRoot } from 'react-dom/client';
import { createApi } from '#web/api.ts';

const page = document.getElementById('root');
if (page === null) throw new Error('index.html has no element with the id "root"');
const root = createRoot(page);

if (location.pathname === '/concerns/new') {
  const { IntakePage } = await import('#web/app/intake-page.tsx');
  root.render(<IntakePage />);
} else if (location.pathname === '/wall') {
  const { WallPage } = await import('#web/wall/wall-page.tsx');
  root.render(<WallPage api={createApi()} />);
} else {
  const [{ App }, { openDoor }] = await Promise.all([import('#web/app/app.tsx'), import('#web/compute/open-door.ts')]);
  root.render(<App openDoor={openDoor} api={createApi()} />);
}
