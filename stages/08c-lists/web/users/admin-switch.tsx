import { Choice, Switch } from '../ui/view-switch.tsx';

export function AdminSwitch({ current }: { current: 'users' | 'actions' }) {
  return (
    <Switch label="Admin">
      <Choice href="/admin" current={current === 'users'}>
        Users
      </Choice>
      <Choice href="/admin/actions" current={current === 'actions'}>
        Actions
      </Choice>
    </Switch>
  );
}
