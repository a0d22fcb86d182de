import './wall.css';
import { openStaffPage } from '../shared/ui/StaffPage.tsx';
import { Wall } from './Wall.tsx';

openStaffPage({
  page: 'wall',
  place: 'wall',
  namespace: '/supervisor',
  allowed: ['supervisor', 'admin'],
  children: <Wall />,
});
