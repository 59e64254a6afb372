/** Ways to hold out another time that hold many sentences each. */
export const offerTurns: readonly string[] = [
  'can|could|would|will|couldnt|cannot you {softly}? possibly|maybe|perhaps? come|do|make|swing|stop|take|push|join|pop|visit|move|try|wait|arrive|switch|shift|slide|start|swap|bump|squeeze|hop|sneak|have|work|manage|catch|aim',
  'would|could|might|should {softly}? be {softly}? {softly}? {good}|{better}|good|great|fine|okay|open|free|possible|awesome|super',
  'would|could|might|should {softly}? work|suit',
  'is|are|its|thats|looks|seems|feels|be|was {softly}? {softly}? {better}',
  'is|are|looks|be less crazy|hectic|busy|chaotic|crowded|packed|wild|stressful|rushed',
  'why dont|not we|you',
  'push|move|shift|slide|bump|switch|swap|change|delay|bring|scoot|nudge it|us|this|that|the visit|session? back|up|forward|over|out? to|until|til|by',
  'push|move|shift|slide|bump|scoot|nudge it|us|this|that|the visit? back|up|forward|down|over 5|10|15|20|30|45|five|ten|fifteen|twenty|thirty|half|a|an',
  'would give|let|allow|help me|us|them',
  'care to',
  'mind coming|waiting|doing|moving|starting|switching|swapping|if',
  'have|got|theres an|a opening|window|slot|gap|opportunity',
  'rather',
  'is|are|looks|seems {softly}? {softly}? calm|quiet|open|free|clear|good|fine|doable|available|chill|mellow|light|empty|possible|safe|better|manageable',
  'i|we can|could|might|may {softly}? do|make|manage|take|offer|host|swing|squeeze',
];
