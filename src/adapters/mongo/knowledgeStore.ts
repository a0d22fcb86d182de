import { type Connection, Schema, trusted } from 'mongoose';
import type { OwnCard, Unanswered } from '../../features/knowledge/model.ts';
import type { KnowledgeStore } from '../../features/knowledge/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, modelOf, strictly } from './mongoStore.ts';

/** Rows of before cards named whom they are for are for visitors. */
type CardRow = Omit<OwnCard, 'id' | 'audience'> & Partial<Pick<OwnCard, 'audience'>> & { _id: string };
type UnansweredRow = Omit<Unanswered, 'id'> & { _id: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const cardSchema = new Schema<CardRow>(
  {
    _id: text,
    tenantId: text,
    questions: { type: [String], required: true },
    answer: text,
    language: text,
    audience: String,
    by: { type: Schema.Types.Mixed, required: true },
    at: number,
  },
  strictly,
);
cardSchema.index({ tenantId: 1, at: -1 });
const unansweredSchema = new Schema<UnansweredRow>(
  { _id: text, tenantId: text, question: text, times: number, conversationId: text, at: number },
  strictly,
);
unansweredSchema.index({ tenantId: 1, at: -1 });

export const knowledgeCardModel = modelOf('knowledgeCards', cardSchema);
export const unansweredModel = modelOf('unanswered', unansweredSchema);

const toCard = ({ _id, audience = 'visitor', ...rest }: CardRow): OwnCard => ({ id: _id, audience, ...rest });
const toUnanswered = ({ _id, ...rest }: UnansweredRow): Unanswered => ({ id: _id, ...rest });

export function createMongoKnowledgeStore(connection: Connection): KnowledgeStore {
  const cards = knowledgeCardModel(connection);
  const unanswered = unansweredModel(connection);

  return guarded<KnowledgeStore>({
    async listCards(tenantId) {
      return (await cards.find({ tenantId }).sort({ at: -1 }).lean<CardRow[]>()).map(toCard);
    },
    async findCard(tenantId, cardId) {
      const row = await cards.findOne({ _id: cardId, tenantId }).lean<CardRow>();
      return row && toCard(row);
    },
    async putCards(given) {
      if (given.length === 0) return;
      await cards.bulkWrite(
        given.map((card) => {
          const { id, ...rest } = jsonCopy(card);
          return { replaceOne: { filter: { _id: id }, replacement: { _id: id, ...rest }, upsert: true } };
        }),
      );
    },
    async removeCard(tenantId, cardId) {
      const row = await cards.findOneAndDelete({ _id: cardId, tenantId }).lean<CardRow>();
      return row && toCard(row);
    },

    async listUnanswered(tenantId) {
      const rows = await unanswered.find({ tenantId }).sort({ times: -1, at: -1 }).lean<UnansweredRow[]>();
      return rows.map(toUnanswered);
    },
    async noteUnanswered({ id, ...asked }, most) {
      const { upsertedCount } = await unanswered.updateOne(
        { _id: id },
        { $set: asked, $inc: { times: 1 } },
        { upsert: true },
      );
      if (upsertedCount === 0) return;
      const { tenantId } = asked;
      const tooOld = await unanswered
        .find({ tenantId }, { _id: 1 })
        .sort({ at: -1 })
        .skip(most)
        .lean<UnansweredRow[]>();
      if (tooOld.length === 0) return;
      await unanswered.deleteMany({ _id: trusted({ $in: tooOld.map(({ _id }) => _id) }), tenantId });
    },
    async removeUnanswered(tenantId, questionId) {
      const row = await unanswered.findOneAndDelete({ _id: questionId, tenantId }).lean<UnansweredRow>();
      return row && toUnanswered(row);
    },
    async eraseUnanswered(tenantId, conversationId) {
      await unanswered.deleteMany({ tenantId, conversationId });
    },
  });
}
