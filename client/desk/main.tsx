import './desk.css';
import './phone.css';
import { openStaffPage } from '../shared/ui/StaffPage.tsx';
import { Desk } from './Desk.tsx';
import { keepForOffline } from './installable.ts';

openStaffPage({
  page: 'desk',
  place: 'desk',
  namespace: '/agent',
  allowed: ['agent', 'supervisor', 'admin'],
  children: <Desk />,
});
keepForOffline();
