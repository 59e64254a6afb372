/** A second tap on the same button, or the first one told twice: nothing more was done. */
export const alreadyText = 'I have that from you already.';
