/** Facts that only a buyer, or only a seller, tells: slots by the bot that asks for them. */
export const sideFacts = {
  buyer: ['budget', 'preApproval', 'beds', 'area', 'propertyType', 'features'],
  seller: ['address', 'motivation', 'condition', 'price'],
} as const;
