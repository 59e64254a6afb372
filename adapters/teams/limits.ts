/** Bytes of an incoming activity; Teams' own are a few KB, and the body is read before anybody is known. */
export const MAX_BODY_BYTES = 256 * 1024;

/** Bytes of a card in a message, counted as UTF-16. The strictest of Teams' published figures (28, 40 and 100 KB). */
export const MAX_MESSAGE_CARD_BYTES = 28 * 1024;

/** Bytes of a card in a dialog, counted as UTF-16: an answer to the click, so only Teams' 80 KB advice applies. */
export const MAX_DIALOG_CARD_BYTES = 80 * 1024;

/** Teams store validation guidelines, "Adaptive Cards": up to six actions. */
export const MAX_ACTIONS = 6;

/** From here a list is typed into rather than scrolled. */
export const FILTERED_FROM = 21;
/** Up to here all choices are shown at once. */
export const EXPANDED_UP_TO = 6;

/**
 * Milliseconds until we say "still on it". Teams shows "Unable to reach app" after 10 s (msteams-docs issue 6461)
 * and sends the activity again after 15 s (issue 6084).
 */
export const SLOW_AFTER_MS = 4_000;

/** Milliseconds until Teams' request is answered, whatever is still on its way out. */
export const ANSWER_WITHIN_MS = 8_000;

/** Milliseconds for one call to the connector or to the token endpoint. */
export const OUTBOUND_TIMEOUT_MS = 5_000;

/** Milliseconds for the check of the sender, which fetches signing keys when it has none; botbuilder sets no limit. */
export const AUTHENTICATION_TIMEOUT_MS = 3_000;

/** Seconds to wait when we could not even get a token: nothing was sent, and an outage rarely ends sooner. */
export const TOKEN_RETRY_AFTER_SECONDS = 30;

/** People whose conversation is remembered for looking them up. */
export const MAX_REMEMBERED_PEOPLE = 10_000;
