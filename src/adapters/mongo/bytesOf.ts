import mongoose from 'mongoose';

/** Lean rows hold the database's own binary type. */
export const bytesOf = (data: Buffer | mongoose.mongo.Binary): Buffer =>
  data instanceof mongoose.mongo.Binary ? Buffer.from(data.buffer) : data;
