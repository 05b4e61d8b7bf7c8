'use client';

import { type ComponentProps, type MouseEvent, useState } from 'react';
import { Action } from './button.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { BinIcon } from './icons.tsx';

const BIN =
  '-me-1 grid size-9 shrink-0 cursor-pointer place-items-center rounded-lg text-muted motion-safe:transition-colors motion-safe:duration-120 hover:bg-bad-soft hover:text-bad';

interface Props extends ComponentProps<'button'> {
  of: string;
  // What the dialog's Delete does: the attributes of a button.
  confirm: ComponentProps<'button'>;
}

// Deleting asks first. What the button itself would do is left to a page without scripts.
export function DeleteButton({ of, confirm, children = <BinIcon />, className = BIN, ...button }: Props) {
  const [isAsking, setAsking] = useState(false);

  function ask(event: MouseEvent) {
    event.preventDefault();
    setAsking(true);
  }

  return (
    <>
      <Action label="Delete" of={of} className={className} onClick={ask} {...button}>
        {children}
      </Action>
      {isAsking && <DeleteDialog of={of} confirm={confirm} onClose={() => setAsking(false)} />}
    </>
  );
}
