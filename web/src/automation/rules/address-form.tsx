import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './rule.module.css';

interface Props {
  readonly label: string;
  readonly action: string;
  readonly isPending: boolean;
  /** What is done with the address; it is emptied once that has worked. */
  readonly onSend: (address: string) => Promise<unknown>;
  readonly children?: ReactNode;
}

/** One address, and what is to be done with it. */
export function AddressForm({ label, action, isPending, onSend, children }: Props) {
  const [address, setAddress] = useState('');
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(address).then(
          () => setAddress(''),
          // What went wrong is said below; the address stays to be mended.
          () => undefined,
        );
      }}
    >
      <TextInput label={label} type="email" required value={address} onChange={(event) => setAddress(event.currentTarget.value)} />
      <Button type="submit" variant="default" loading={isPending}>
        {action}
      </Button>
      {children}
    </form>
  );
}
