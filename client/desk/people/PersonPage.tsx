import { useCallback } from 'react';
import type { LeadAnswer } from '../../../src/contract/rest/leads.ts';
import type { PathOf } from '../../../src/contract/rest/routes.ts';
import type { Evidence } from '../../../src/contract/values.ts';
import type { RecordName } from '../../../src/contract/vocabulary.ts';
import { EvidenceLinks } from '../../shared/components/EvidenceContext.tsx';
import { Contact } from '../../shared/components/lead/Contact.tsx';
import { SlotRow } from '../../shared/components/lead/SlotRow.tsx';
import { SummarizeLead } from '../../shared/components/lead/SummarizeLead.tsx';
import Tasks from '../../shared/components/tasks/Tasks.tsx';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { modeLabels } from '../../shared/labels/names.ts';
import { needLabels } from '../../shared/labels/needs.ts';
import { restWords } from '../../shared/labels/reasons.ts';
import { namesIn } from '../../shared/labels/slots.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { addressOf } from '../../shared/rest/addressOf.ts';
import { conversationFacts } from '../../shared/state/conversationFacts.ts';
import { DeskLink } from '../DeskLink.tsx';
import { LoadedPage } from '../LoadedPage.tsx';
import { goToLine, linkTo } from '../route.ts';
import { WriteScript } from '../scripts/WriteScript.tsx';
import { ExportButton } from './ExportButton.tsx';
import { PersonAppointments } from './PersonAppointments.tsx';
import { PersonHomes } from './PersonHomes.tsx';
import { PersonInsight } from './PersonInsight.tsx';
import { PersonPreferences } from './PersonPreferences.tsx';
import { PersonTimeline } from './PersonTimeline.tsx';
import { useTranscripts } from './useTranscripts.ts';

/** Of the talks that facts come from, so many are read for their quotes. */
const mostQuoted = 5;
const inContact: readonly string[] = ['name', 'phone', 'email'] satisfies RecordName[];
const exportPath: PathOf<'GET /leads/:id/export'> = '/leads/:id/export';
const noFacts = conversationFacts([], []);

function openWords({ log, seq }: Evidence): void {
  const [kind, conversationId = ''] = log.split(':');
  goToLine(conversationId, kind === 'internal' ? 'internal' : 'public', seq);
}

/** Everything that is known of one person, with the words it came from. */
export function PersonPage({ id }: { id: string }) {
  const loaded = useLoaded('GET /leads/:id', { params: { id } });
  return (
    <LoadedPage
      back={{ to: '/desk/leads', words: 'People' }}
      title={loaded.data === null ? 'Person' : (loaded.data.name ?? 'No name yet')}
      loaded={loaded}
      missing={{ title: 'Person not found', text: 'Their data may have been deleted, or the link may be wrong.' }}
      failed="This person didn’t load"
    >
      {(lead) => <Person lead={lead} />}
    </LoadedPage>
  );
}

function Person({ lead }: { lead: LeadAnswer }) {
  const names = namesIn(lead.fields).filter(
    (name) => !inContact.includes(name) && lead.fields[name]?.state !== 'unknown',
  );
  const newest = lead.conversations[0]?.conversationId ?? '';
  const quoted = [...new Set([newest, ...Object.values(lead.fields).map(({ conversationId }) => conversationId)])];
  const find = useTranscripts(quoted.slice(0, mostQuoted));
  const open = useCallback(openWords, []);
  return (
    <EvidenceLinks open={open}>
      <div className="person-page">
        <div className="person-columns">
          <div>
            <section className="person-card" aria-label="Contact details">
              <Contact conversationId={newest} lead={lead} knownName={lead.name} facts={noFacts} find={find} readOnly />
            </section>
            <section className="person-card">
              <h2>Details</h2>
              {names.length === 0 ? (
                <p className="rail-nothing">They haven’t said what they’re looking for yet.</p>
              ) : (
                <ul className="slots">
                  {names.map((name) => (
                    <SlotRow
                      key={name}
                      conversationId={lead.fields[name]?.conversationId ?? newest}
                      name={name}
                      slot={lead.fields[name]}
                      askNext={false}
                      isMissing={false}
                      find={find}
                      correction={undefined}
                      readOnly
                    />
                  ))}
                </ul>
              )}
              {lead.tags.length > 0 ? (
                <p className="person-tags">
                  <span>Jorge’s tags:</span> {lead.tags.join(', ')}
                </p>
              ) : null}
            </section>
          </div>
          <div>
            <div className="person-acts">
              <WriteScript leadId={lead.id} />
              <ExportButton
                label="Export"
                address={`/api/v1${addressOf(exportPath, { id: lead.id })}`}
                type="text/html"
                fileName={`${lead.name ?? 'Person'}.html`}
              />
              <SummarizeLead leadId={lead.id} />
            </div>
            <PersonInsight leadId={lead.id} />
            <section className="person-card">
              <h2>Tasks</h2>
              <Tasks leadId={lead.id} conversationId={newest} />
            </section>
            <PersonAppointments leadId={lead.id} />
            <PersonPreferences leadId={lead.id} find={find} />
            <PersonHomes leadId={lead.id} />
            <section className="person-card">
              <h2>
                Conversations <span>{lead.conversations.length}</span>
              </h2>
              <ul className="person-talks">
                {lead.conversations.map((talk) => (
                  <li key={talk.conversationId}>
                    <DeskLink to={linkTo(talk.conversationId)}>
                      <b className="clip">{talk.listingTitle ?? 'Conversation'}</b>
                      <time dateTime={talk.lastAt} title={exactTime(talk.lastAt)}>
                        {shortTime(talk.lastAt)}
                      </time>
                      <span className="clip">
                        <bdi>{talk.lastText ?? '—'}</bdi>
                      </span>
                      <small>{restWords(talk) === null ? modeLabels[talk.mode] : needLabels.none}</small>
                    </DeskLink>
                  </li>
                ))}
              </ul>
            </section>
            <PersonTimeline leadId={lead.id} />
          </div>
        </div>
      </div>
    </EvidenceLinks>
  );
}
