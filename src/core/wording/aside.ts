/** Said where others read along; the answer itself goes to the asker's own chat. */
export const answeredAsideText = 'I’ve answered you in our own chat.';
export const writeToMeAsideText = 'I only answer in private. Please write to me in our own chat.';

/** Above an answer that follows from a question put elsewhere. */
export const fromGroupText = 'You asked me this in a group.';

/** In a dialog, which shows words only. */
export const buttonsInChatText = 'The buttons are in our chat.';
