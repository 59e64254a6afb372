/** Turns that deny something, and never the visit. */
export const harmlessTurns: readonly string[] = [
  'wont|doesnt|wouldnt|never bother|disturb|distract|faze|hurt|bug|interrupt|throw us|me|them|anyone|anybody|the|my',
  'no need to? ask|check|text|message|confirm|reply|respond|knock|call|email|explain|apologize|worry|remind',
  'no reason to? ask|check|text|message|confirm|reply|respond|knock|call|email|explain|apologize|worry|remind',
  // Manners for somebody who comes.
  'dont|do not? wake|startle|scare|feed|judge|laugh|trip|panic|faint|gasp|stare',
  'no pulling|pullout|pullouts',
  'snow day make|makeup|makeups|catch|packet|packets|work|stuff|craft',
];
