import './desk.css';
import './phone.css';
import './find.css';
import { openStaffPage } from '../shared/ui/StaffPage.tsx';
import { DeskPages } from './DeskPages.tsx';
import { keepForOffline } from './installable.ts';

if (location.pathname === '/desk/invite') {
  void import('./settings/InvitePage.tsx').then(({ openInvitePage }) => openInvitePage());
} else {
  openStaffPage({
    page: 'desk',
    place: 'desk',
    namespace: '/agent',
    allowed: ['agent', 'supervisor', 'admin'],
    children: <DeskPages />,
  });
}
keepForOffline();
