'use client';

import { type ComponentProps, type MouseEvent, useId, useLayoutEffect, useRef } from 'react';
import { Button, DANGER } from './button.tsx';

interface Props {
  of: string;
  confirm: ComponentProps<'button'>;
  onClose: () => void;
}

// The browser's own modal dialog: it keeps the focus inside, closes on Escape, and gives the focus back when it closes.
export function DeleteDialog({ of, confirm, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const id = useId();

  // Open before anything is drawn; the button that does no harm is the one that Enter presses.
  useLayoutEffect(() => {
    dialog.current?.showModal();
    cancelButton.current?.focus();
  }, []);

  // The browser tells of it with its next picture, which a busy one draws late: until then the bin would not ask again.
  function cancel() {
    dialog.current?.close();
    onClose();
  }

  function act(event: MouseEvent<HTMLButtonElement>) {
    dialog.current?.close();
    confirm.onClick?.(event);
  }

  return (
    <dialog
      className="m-auto w-[min(26rem,100%-2rem)] rounded-xl border border-line bg-surface p-5 text-text shadow-card backdrop:bg-[rgb(0_0_0/45%)]"
      ref={dialog}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={cancel}
      onClose={onClose}
    >
      <h2 className="text-heading wrap-anywhere" id={`${id}-title`}>
        Delete “<bdi>{of}</bdi>”?
      </h2>
      <p className="mt-1 text-sm text-muted" id={`${id}-text`}>
        It cannot be brought back.
      </p>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={cancel} ref={cancelButton}>
          Cancel
        </Button>
        <Button className={DANGER} {...confirm} onClick={act}>
          Delete
        </Button>
      </div>
    </dialog>
  );
}
