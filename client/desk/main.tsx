import './desk.css';
import './myDay.css';
import './phone.css';
import './inbox/find.css';
import { openStaffPage } from '../shared/components/StaffPage.tsx';
import { DeskPages } from './DeskPages.tsx';
import { keepForOffline } from './installable.ts';

if (location.pathname === '/desk/invite') {
  void import('./settings/InvitePage.tsx').then(({ openInvitePage }) => openInvitePage());
} else if (location.pathname === '/desk/password') {
  void import('./settings/PasswordPage.tsx').then(({ openPasswordPage }) => openPasswordPage());
} else {
  openStaffPage({
    page: 'desk',
    pageName: 'desk',
    namespace: '/agent',
    allowed: ['agent', 'supervisor', 'admin'],
    children: <DeskPages />,
  });
}
keepForOffline();
