import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/may.ts';
import { useStationQuery } from '#renderer/app/operations.ts';
import { go } from '#renderer/app/router-link.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Pane, Panes, ScreenHead } from '#renderer/ui/pane.tsx';
import { StatusTag } from '#renderer/ui/status-tag.tsx';
import { Table } from '#renderer/ui/table.tsx';
import type { OutputOf } from '#shared/contract/index.ts';
import { QueryState } from '../visits/query-states.tsx';
import { useSay } from '../visits/say.ts';
import { OfferPanes } from './offer.tsx';
import { PackWays } from './pack-ways.tsx';
import { PrintList } from './print-list.tsx';
import { RetirePane } from './retire-pane.tsx';

type Packs = OutputOf<'rulesets.packs'>;
type Offer = Packs['offers'][number];
type Adopted = Packs['adopted'][number];

/** Rule packs on offer and adopted: two persons sign page by page, try, adopt, or retire one. */
export function RulePacksScreen(): ReactElement {
  const { t } = useTranslation('rulesets');
  const packs = useStationQuery('rulesets.packs', {});
  const mayDraft = useMay('rulesets.draftProgramme');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  if (packs.data === undefined) return <QueryState error={packs.error} />;
  const { offers, adopted } = packs.data;
  const offer = offers.find((each) => each.hash === chosen && !each.adopted);
  const pack = adopted.find((each) => each.hash === chosen);
  const follower = adopted.find(
    (each) => each.hash !== chosen && each.programme === pack?.programme && each.inForceTo === null,
  );
  if (offer !== undefined) return <OfferScreen offer={offer} onBack={() => setChosen(undefined)} />;
  return (
    <>
      <ScreenHead title={t('title')} note={t('intro')}>
        {mayDraft ? (
          <Button onPress={() => go('/rules/new')}>{t('programmeForm.title')}</Button>
        ) : null}
      </ScreenHead>
      <Panes>
        <Pane>
          <PackTable packs={packs.data} chosen={chosen} onChoose={setChosen} />
        </Pane>
        {pack === undefined ? null : (
          <RetirePane
            key={pack.hash}
            pack={pack}
            madeByForm={offers.some((each) => each.packId === pack.packId && each.madeByForm)}
            last={follower === undefined}
          />
        )}
      </Panes>
    </>
  );
}

function OfferScreen(props: { offer: Offer; onBack: () => void }): ReactElement {
  const { t } = useTranslation('rulesets');
  const say = useSay();
  const { offer } = props;
  useCommand({ id: 'back', keys: 'Esc', label: t('pages.back'), run: props.onBack, bar: true });
  return (
    <>
      <ScreenHead
        title={say(offer.title)}
        note={`${t('revision', { revision: offer.revision })} · ${t(`kinds.${offer.kind}`)}`}
      >
        <PackWays pack={offer} madeByForm={offer.madeByForm} />
        <PrintList offer={{ packId: offer.packId, revision: offer.revision }} />
        <Button onPress={props.onBack}>{t('pages.back')}</Button>
      </ScreenHead>
      <OfferPanes key={offer.hash} offer={offer} />
    </>
  );
}

type Line = Pick<Adopted, 'hash' | 'programme' | 'revision' | 'title'> & {
  offer: Offer | undefined;
  adopted: Adopted | undefined;
};

/** Every pack once: those on offer, then adopted ones that this program no longer offers. */
function linesOf({ offers, adopted }: Packs): readonly Line[] {
  const gone = adopted.filter((each) => offers.every((offer) => offer.hash !== each.hash));
  return [
    ...offers.map((offer) => ({
      ...offer,
      offer,
      adopted: adopted.find((each) => each.hash === offer.hash),
    })),
    ...gone.map((pack) => ({ ...pack, offer: undefined, adopted: pack })),
  ];
}

function PackTable(props: {
  packs: Packs;
  chosen: string | undefined;
  onChoose: (hash: string) => void;
}): ReactElement {
  const { t } = useTranslation('rulesets');
  const say = useSay();
  return (
    <Table
      label={t('title')}
      rows={linesOf(props.packs)}
      rowId={(row) => row.hash}
      selectedId={props.chosen}
      onOpen={(row) => props.onChoose(row.hash)}
      empty={t('none')}
      columns={[
        { id: 'title', header: t('title'), cell: (row) => <b>{say(row.title)}</b> },
        {
          id: 'kind',
          header: t('kind'),
          width: '88px',
          cell: ({ offer }) => (offer === undefined ? '' : t(`kinds.${offer.kind}`)),
          secondary: true,
        },
        { id: 'programme', header: t('programme'), cell: (row) => row.programme, secondary: true },
        {
          id: 'revision',
          header: t('revisionHead'),
          numeric: true,
          width: '72px',
          cell: (row) => row.revision,
        },
        {
          id: 'rules',
          header: t('rule'),
          numeric: true,
          width: '72px',
          cell: ({ offer }) => offer?.rules ?? '',
        },
        {
          id: 'unverified',
          header: t('toConfirm'),
          numeric: true,
          width: '104px',
          cell: ({ offer }) => (offer === undefined ? '' : left(offer)),
        },
        {
          id: 'state',
          header: t('inForce'),
          width: '120px',
          cell: ({ adopted }) => (
            <StatusTag kind={adopted?.inForce ? 'ok' : 'waiting'}>
              {t(adopted?.inForce ? 'inForce' : 'notInForce')}
            </StatusTag>
          ),
        },
        {
          id: 'by',
          header: t('adopted'),
          cell: ({ adopted }) => (adopted === undefined ? '' : <Adoption pack={adopted} />),
        },
      ]}
    />
  );
}

/** Values still to be confirmed of all that no source confirms. */
function left({ unverified, pages, pagesSigned }: Offer): string {
  return pages === 0 ? '0' : `${unverified.length} · ${pagesSigned}/${pages}`;
}

/** Since when, until when, by whom; a demonstration's pack says so. */
function Adoption(props: { pack: Adopted }): ReactElement {
  const { t } = useTranslation('rulesets');
  const { pack } = props;
  const words = [
    pack.demo ? t('demo') : '',
    t('from', { date: pack.inForceFrom }),
    pack.inForceTo === null ? '' : t('retire.until', { date: pack.inForceTo }),
    t('by', { first: pack.adoptedBy, second: pack.adoptedSecond }),
  ];
  return <>{words.filter((word) => word !== '').join(' · ')}</>;
}
