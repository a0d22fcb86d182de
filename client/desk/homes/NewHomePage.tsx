import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HomeWords } from '../../../src/contract/rest/listings.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { callRest } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { DeskLink } from '../DeskLink.tsx';
import { goToPath, linkToHome } from '../route.ts';
import { type HomeFault, HomeForm } from './HomeForm.tsx';
import type { HomeTexts } from './homeFields.ts';

/** A home that is added by hand. */
export function NewHomePage() {
  const { session, user } = useSession();
  const [texts, setTexts] = useState<HomeTexts>({ status: 'active' });
  const [listingId, setListingId] = useState('');
  const [idFault, setIdFault] = useState<string | null>(null);
  async function save(words: HomeWords): Promise<HomeFault | null> {
    try {
      const id = listingId.trim();
      const home = await callRest(session, 'POST /listings', {
        body: { ...words, ...(id === '' ? {} : { listingId: id }) },
      });
      goToPath(linkToHome(home.listingId));
      return null;
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused) throw error;
      setIdFault(refused.field === 'listingId' ? refused.message : null);
      return { field: refused.field, says: refused.message };
    }
  }
  return (
    <div className="people">
      <header className="column-head">
        <DeskLink className="people-back" to="/desk/homes">
          <Icon name="back" /> Homes
        </DeskLink>
        <h1 className="person-name">New home</h1>
        <UserMenu />
      </header>
      <main className="people-body">
        {user.role === 'agent' ? (
          <Notice title="Agents can’t add homes" text="Ask a supervisor or an admin at your brokerage." />
        ) : (
          <div className="person-page home-page">
            <section className="person-card home-new" aria-label="New home">
              <HomeForm
                texts={texts}
                onTexts={setTexts}
                onSave={save}
                saveLabel="Add home"
                readOnly={false}
                isChanged
                before={
                  <TextInput
                    name="listingId"
                    label="ID"
                    description="Your own, such as the MLS number. Leave blank to create one."
                    maxLength={64}
                    value={listingId}
                    error={idFault}
                    onChange={(event) => setListingId(event.currentTarget.value)}
                  />
                }
              />
            </section>
          </div>
        )}
      </main>
    </div>
  );
}
