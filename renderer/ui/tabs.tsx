import type { ReactElement, ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './tabs.module.css';

export type TabItem<Id extends string> = {
  id: Id;
  label: ReactNode;
  panel: ReactNode;
  disabled?: boolean;
};

/** Views of one thing; the bar under the chosen word, not a box around it. */
export function Tabs<Id extends string>(props: {
  label: string;
  items: ReadonlyArray<TabItem<Id>>;
  value: Id;
  onChange: (id: Id) => void;
}): ReactElement {
  return (
    <AriaTabs
      className={styles['tabs'] ?? ''}
      selectedKey={props.value}
      keyboardActivation="manual"
      onSelectionChange={(key) => {
        const chosen = props.items.find((item) => item.id === key);
        if (chosen !== undefined) props.onChange(chosen.id);
      }}
    >
      <TabList className={styles['list'] ?? ''} aria-label={props.label}>
        {props.items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            isDisabled={item.disabled}
            className={styles['tab'] ?? ''}
          >
            {item.label}
          </Tab>
        ))}
      </TabList>
      {props.items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={styles['panel'] ?? ''}>
          {item.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
