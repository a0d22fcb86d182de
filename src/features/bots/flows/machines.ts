import type { BotName } from '../../../contract/values.ts';
import { buyerMachine } from './buyer/machine.ts';
import { leadMachine } from './lead/machine.ts';
import type { Machine } from './machine.ts';
import { sellerMachine } from './seller/machine.ts';

const machines: Readonly<Record<BotName, Machine>> = { lead: leadMachine, buyer: buyerMachine, seller: sellerMachine };

export const machineOf = (bot: BotName): Machine => machines[bot];
