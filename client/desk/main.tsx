import './desk.css';
import { openStaffPage } from '../shared/ui/StaffPage.tsx';
import { Desk } from './Desk.tsx';

openStaffPage({
  page: 'desk',
  place: 'desk',
  namespace: '/agent',
  allowed: ['agent', 'supervisor', 'admin'],
  children: <Desk />,
});
