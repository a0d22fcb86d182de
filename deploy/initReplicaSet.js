// For mongosh, once per start of the stack: makes the replica set and its account where there are none, and waits for its primary.
const admin = db.getSiblingDB('admin');
const account = { user: 'hub', pwd: process.env.MONGODB_PASSWORD };
let isKnown = true;
try {
  admin.auth(account.user, account.pwd);
} catch {
  // The first start with a password. If it is only another password, making the account is refused below.
  isKnown = false;
}
try {
  rs.status();
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  rs.initiate({ _id: 'hub', members: [{ _id: 0, host: 'mongodb:27017' }] });
}
while (!db.hello().isWritablePrimary) sleep(200);
if (!isKnown) admin.createUser({ ...account, roles: ['root'] });
