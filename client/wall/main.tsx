import './wall.css';
import { openStaffPage } from '../shared/components/StaffPage.tsx';
import { Wall } from './Wall.tsx';

openStaffPage({
  page: 'wall',
  pageName: 'wall',
  namespace: '/supervisor',
  allowed: ['supervisor', 'admin'],
  children: <Wall />,
});
