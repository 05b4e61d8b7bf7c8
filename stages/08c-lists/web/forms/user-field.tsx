// Whose things a form is about, when an admin looks after them. Who may do that, the tracker decides.
export function UserField({ userId }: { userId: string | undefined }) {
  return userId && <input type="hidden" name="userId" value={userId} />;
}
