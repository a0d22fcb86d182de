/** A telephone number of North America as people write it: its ten digits are no sum. Global. */
export const phonePattern = /(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g;
