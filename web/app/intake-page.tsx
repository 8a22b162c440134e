import '#web/ui/tokens.css';
import '#web/ui/base.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { IntakeScreen } from '#web/records/intake/intake-screen.tsx';
import { Looks } from './looks.tsx';
import { LastResort } from './stopped.tsx';

/** The page of a new concern, which needs no call and no connection: it stands outside the gate of the desk. */
export function IntakePage() {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { retry: false } } }));
  return (
    <Looks>
      <LastResort>
        <QueryClientProvider client={queries}>
          <IntakeScreen />
        </QueryClientProvider>
      </LastResort>
    </Looks>
  );
}
