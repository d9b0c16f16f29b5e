import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  useLocation,
  useParams,
  useSearch,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/states.tsx';
import { entryAt, type ScreenEntry, screens } from './routes.tsx';
import { useSession } from './session.ts';
import { Shell } from './shell.tsx';

function NotFound(): ReactElement {
  const { t } = useTranslation('app');
  return <EmptyState icon="search" title={t('notFound.title')} fill={t('notFound.fill')} />;
}

function Guarded(props: { entry: ScreenEntry }): ReactElement {
  const demo = useSession((state) => state.demo);
  if (props.entry.demoOnly && !demo) return <NotFound />;
  const Screen = props.entry.screen;
  return <Screen />;
}

/** The router of the page: every registered screen inside the frame, hash history. */
export function createStationRouter() {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
  const routes = screens.map((entry) =>
    createRoute({
      getParentRoute: () => root,
      path: entry.path,
      component: () => <Guarded entry={entry} />,
    }),
  );
  return createRouter({ routeTree: root.addChildren(routes), history: createHashHistory() });
}

/** A word after the `?` of the screen's address; undefined without one. */
export function useSearchText(name: string): string | undefined {
  const found = useSearch({ strict: false, select: (all: Record<string, unknown>) => all[name] });
  return typeof found === 'string' ? found : undefined;
}

/** The registered screen that is shown. */
export function useScreenEntry(): ScreenEntry | undefined {
  return useLocation({ select: ({ pathname }) => entryAt(pathname) });
}

/** The `$name` parts of the path of the screen that is shown. */
export function useRouteParams(): Readonly<Record<string, string | undefined>> {
  return useParams({ strict: false });
}
