import type { TFunction } from 'i18next';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStationCommand } from '#renderer/app/operations.ts';
import { OutcomePanel } from '#renderer/app/outcome-panel.tsx';
import { useSide } from '#renderer/features/laboratory/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup, Segmented } from '#renderer/ui/choices.tsx';
import { Pane, Panes, SidePane, Stack } from '#renderer/ui/pane.tsx';
import { Facts } from '#renderer/ui/rows.tsx';
import { type Part, PartFields } from './part-fields.tsx';
import type { Processing } from './processing.tsx';

type Count = '1' | '2' | '3';

const EMPTY: Part = { volumeMl: undefined, netGrams: undefined };

/** The plan before anything is cut: product, parts, volume and weight of each. */
export function SplitForm(props: { data: Processing }): ReactElement {
  const { t } = useTranslation('components');
  const side = useSide();
  const { data } = props;
  const command = useStationCommand('components.planSplit');
  const [product, setProduct] = useState<string | undefined>(undefined);
  const [count, setCount] = useState<Count | undefined>(undefined);
  const [parts, setParts] = useState<readonly Part[]>([EMPTY, EMPTY, EMPTY]);
  const used = parts.slice(0, Number(count ?? '0'));
  const sum = used.reduce((total, part) => total + (part.volumeMl ?? 0), 0);
  const change = (at: number, part: Part): void =>
    setParts(parts.map((one, index) => (index === at ? part : one)));
  const plan = (): void => {
    const chosen = data.products.find((one) => one.productCode === product);
    const whole = used.flatMap(({ volumeMl, netGrams }) =>
      volumeMl && netGrams ? [{ volumeMl, netGrams }] : [],
    );
    if (!chosen || whole.length === 0) return;
    command.mutate({
      input: { din: data.din, inactivated: chosen.inactivated, parts: whole },
      call: { expects: { [data.din]: data.version } },
    });
  };
  const complete =
    product !== undefined && used.length > 0 && used.every((one) => one.volumeMl && one.netGrams);
  const missing = whyNot(data, sum, complete, t);
  return (
    <Panes>
      <Pane title={t('ui.split.title')} padded>
        <Stack>
          <RadioGroup
            label={t('ui.split.product')}
            value={product}
            onChange={setProduct}
            choices={data.products.map((one) => ({
              value: one.productCode,
              label: side(one.name),
            }))}
          />
          <Segmented<Count>
            label={t('ui.split.parts')}
            value={count}
            onChange={setCount}
            choices={[
              { value: '1', label: t('ui.split.one') },
              { value: '2', label: t('ui.split.two') },
              { value: '3', label: t('ui.split.three') },
            ]}
          />
          {used.map((part, at) => (
            <PartFields
              key={divisionOf(at, count)}
              division={divisionOf(at, count)}
              part={part}
              onChange={(next) => change(at, next)}
            />
          ))}
        </Stack>
      </Pane>
      <SidePane
        title={t('ui.split.check')}
        foot={
          <Button
            look="primary"
            wide
            busy={command.isPending}
            disabledReason={missing}
            onPress={plan}
          >
            {t('ui.split.plan')}
          </Button>
        }
      >
        <Stack>
          <PlanFacts data={data} sum={sum} />
          <OutcomePanel outcome={command.data} />
        </Stack>
      </SidePane>
    </Panes>
  );
}

function divisionOf(at: number, count: Count | undefined): string {
  return count === '1' ? '00' : `${'ABC'.charAt(at)}0`;
}

/** What the plan is held against: the mother, the size of one bag, the sum. */
function PlanFacts(props: { data: Processing; sum: number }): ReactElement {
  const { t } = useTranslation('components');
  const { productMl, netGrams, bagLimits } = props.data;
  const size = bagLimits === null ? '—' : `${bagLimits.minMl}–${bagLimits.maxMl} mL`;
  return (
    <Facts
      items={[
        { name: t('ui.split.mother'), value: `${productMl ?? 0} mL · ${netGrams ?? 0} g` },
        { name: t('ui.split.size'), value: size },
        { name: t('ui.split.sum'), value: `${props.sum} / ${productMl ?? 0} mL` },
      ]}
    />
  );
}

/** What is still missing before the plan can be made; the core judges the sizes. */
function whyNot(
  data: Processing,
  sum: number,
  complete: boolean,
  t: TFunction<'components'>,
): string | undefined {
  if (!data.bagReceived) return t('ui.split.notReceived');
  if (sum > (data.productMl ?? 0)) return t('ui.split.tooMuch');
  return complete ? undefined : t('ui.split.missing');
}
