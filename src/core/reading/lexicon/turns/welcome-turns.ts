import type { WelcomeWord } from '../welcome-words.ts';

/** Ways to speak of a visit that hold many sentences each; what a single phrase says is in ../welcome. */
export const welcomeTurns: readonly (readonly [pattern: string, means: WelcomeWord])[] = [
  // The door is open.
  ['you {may} {softly}? {visit}', 'welcome'],
  ['come {joining}', 'welcome'],
  ['{glad} if|for you', 'welcome'],
  ['{glad} to have|host|see|welcome|receive you|visitors|company|guests|help', 'welcome'],
  [
    'love|appreciate|enjoy|welcome|use your|the|some|an|another|a|any|more extra|few|little|second? {help}',
    'welcome',
  ],
  ['love|like|appreciate it? if you', 'welcome'],
  ['door|room|classroom is|are|will|stays be? {softly}? open|unlocked|yours|available', 'welcome'],
  ['have|got|save|saving|saved a|you|an a? seat|chair|stool', 'welcome'],
  ['save|saving|saved you|a a? seat|chair|spot|place', 'welcome'],
  ['plenty|lots|tons of room|space', 'welcome'],
  ['have|has|got|with my|our blessing|permission|approval|vote|ok', 'yes'],
  ['that|it|this|which|would be|is|seems|sounds|looks {softly}? {good}', 'yes'],
  ['very well', 'yes'],
  ['so be it', 'yes'],
  ['as good a time as any', 'yes'],
  ['good as any', 'yes'],
  ['no worries|problem|prob|biggie if|when you come|run|show|arrive|get', 'welcome'],
  ['no worries|problem|prob|biggie if|when youre|your late|early|behind', 'welcome'],
  ['i|we can|could only do|host|manage until|til|till', 'yes'],
  ['yeah|yea|yes|yep|oh|sure|nah no problem|problems|prob|worries|biggie|issue|issues at? all?', 'yes'],
  [
    'whatever|whichever|whenever day|time|one? is|works|suits|you {softly}? best|easiest|easier|good|convenient?',
    'yes',
  ],
  ['cannot|could|can never? not? say no to you|her|him|them', 'yes'],
  [
    'wont|doesnt|wouldnt|never bother|disturb|distract|faze|hurt|bug us|me|them|anyone|anybody if you come|join|sit|watch|visit|observe|are',
    'welcome',
  ],
  [
    'wont|doesnt|wouldnt|never bother|disturb|distract|faze|hurt|bug us|me|them|anyone|anybody if youre|your in|here|there|around',
    'welcome',
  ],
  ['come|join if|whenever|when youre|your|you|u', 'welcome'],

  [
    'theres|have|got|always|still|is|plenty|lots room|space|spot|seat for you|one|two|another|more',
    'welcome',
  ],
  [
    'if anyone|anybody|someone|somebody|you|any wants|want|cares|care|likes|wishes|feels|needs|would to|like? to? {visit}',
    'nothing',
  ],

  // The door is closed.
  [
    'dont|do|not not? even? bother|trouble coming|to|with|walking|walkin|trying|stopping|pushing|us|yourself',
    'no',
  ],
  ['dont|do not? even? waste|plan|bank|rely your|on', 'no'],
  [
    'pass|passing|skip|skipping|cross|strike|rule|omit|exclude|bypass|bypassing over|right? {us} by|out|off|over',
    'no',
  ],
  ['bypass|omit|exclude {us}', 'no'],
  ['must|have|need to? {softly}? decline|pass|bow|punt|bail|postpone|reschedule|refuse', 'no'],
  ['gonna|ill|will have? to? pass on|this', 'no'],
  ['gonna|ill|will have? to? decline|punt|bail|refuse', 'no'],
  ['must|have|need|going|gonna to? say no', 'no'],
  ['not a soul', 'no'],
  [
    'visits|visit|visiting|visitors|pushins|ins is|are|be|being|get|got? being|been? paused|suspended|halted|frozen|discontinued',
    'no',
  ],
  ['put|be|are|is on pause|hold', 'no'],
  ['wont|will not? be a soul', 'no'],
  ['uninterrupted', 'closed'],
  ['undisturbed', 'closed'],
  ['undistracted', 'closed'],
  ['interruption|distraction free', 'closed'],

  // Two denials are none.
  [
    '{nobody} one|kids|students|classes? is|are|was|were|will|has|gets? be|been|getting|being? {softly}? {amiss}',
    'nothing',
  ],
  ['{not} be|been|getting|as? {softly}? {softly}? a|an? {wild}', 'nothing'],

  // Nobody knows yet.
  ['{i} will|shall|should|must|can {softly}? {inform}', 'unsure'],
  ['ill|shall|im going? gonna? to? {softly}? {inform}|check|ask|look|investigate|inquire|think', 'unsure'],
  ['well {softly}? {inform}', 'unsure'],
  ['text|ask|ping|email|message|remind|bug me again? {when}', 'unsure'],
  ['i|im|ill|am|be not|wont gonna|going? to? be there|here|in|around', 'away'],
  [
    'i will|shall|should|must|need|have|want|hope to? {softly}? check|ask|look|investigate|inquire|think',
    'unsure',
  ],
  ['{i} need|have|want|hope|wait to {softly}? {inform}', 'unsure'],
  ['will|shall|should|ill|can let|text|message|email|tell|ping|write|dm you', 'unsure'],
  ['once|when|till|until|after {i} {softly}? know|hear|decide', 'unsure'],
  ['once|when|till|until|after i {softly}? find|talk|speak|check|ask|plan', 'unsure'],
  ['{not} {softly}? {softly}? {sure}', 'unsure'],
  ['{havent} {softly}? yet? {planned}', 'unsure'],
  ['have|has|had not {softly}? yet? {planned}', 'unsure'],
  [
    'still figuring|ironing|hammering|finalizing|debating|hashing|nailing|deciding|juggling|guessing',
    'unsure',
  ],
  ['depends|depending|hinges|hinging|contingent|rests|riding|dependent on|upon', 'unsure'],
  ['is|its|thats|be all? up to the|my|our|admin|him|her|them', 'unsure'],

  [
    'try|ask|ping|text|message|check|hit|bug|poke|buzz me|back|with up? me? again? in|after like|about|maybe? a|an|about|1|2|5|10|15|20|30|one|two|five|ten|fifteen|twenty|half|few|lunch|school|dismissal|recess|specials|class hour|hours|min|minutes|bit|while|few|day|days?',
    'unsure',
  ],

  // A condition about the visitor is none about the room.
  [
    'as|so long as its|youre|your|thats|it|theres|there is? only|just|no|not|under|at? more|most? than? one|1|two|2|you|person|people|visitor|adult',
    'nothing',
  ],
  [
    'as|so long as its|youre|your|you|it|they is|are|can|stay|keep? it|them? pretty|kinda|fairly|not? quick|short|quiet|brief|calm|small|subtle|quietly',
    'nothing',
  ],
  ['provided|providing|assuming that? you', 'nothing'],
  ['as|so long as you', 'nothing'],
  [
    'wait|waiting|expect|expecting|await|awaiting still? for? the|an|my|her|his|their|your answer|word|response|reply|confirmation|news|decision',
    'unsure',
  ],
  ['you|your are|be|get? gone|out|done|finished|through by|before|at', 'nothing'],
  ['you|your are? {softly}? invite|invited|expected', 'welcome'],
  ['offering|offer|asking|thanks|you|u but were|im|i|we am|are? all? good|set|fine|ok|covered', 'no'],
  [
    'best|better|easier|kinder for|if? everyone|us|all|them? if you sat|skipped|skip|stayed|waited|passed|left|held|sit|stay|wait',
    'no',
  ],
  [
    'pass|passing|skip|skipping|cross|strike|scratch|rule|omit|exclude|take over|right? {us} by|out|off|over',
    'no',
  ],
  [
    'drop|remove|cancel|delete|unschedule|erase|nix|scratch|axe|kill the|my|our|that|this|your|tomorrows|mondays|tuesdays|wednesdays|thursdays|fridays visit|push|session|appointment|slot|block|one|visits',
    'no',
  ],
  ['take|remove ... off your|the|my list|calendar|schedule|books|plan', 'no'],
  ['you|youd|youll will|would|might? just|only|mostly|basically be', 'no'],
  ['nothing doing', 'no'],
  [
    '{they} need|needs|want|wants|deserve some|a|to|the? {softly}? calm|focus|quiet|rest|decompress|regroup|settle|reset|concentrate|breathe|privacy|stability|consistency|downtime|space',
    'closed',
  ],
  ['enough|plenty of? visitors|adults|people|bodies|grownups|helpers|company|support|cooks', 'closed'],
  ['plate|plates is|are full', 'closed'],
  [
    'slot|time|spot|window|space|block|period|room is|are|was|got|has been? gone|taken|filled|full|booked|reserved|spoken|claimed|unavailable',
    'closed',
  ],
  ['is|are|were|im|its already? full|taken|booked|reserved|occupied|claimed already?', 'closed'],
  [
    '{they} {will}? {will}? gone|away|absent|elsewhere|offsite|dismissed|evacuated|displaced|scattered',
    'closed',
  ],
  [
    'in two|three|four|five|different|separate|other different? rooms|classrooms|classes|buildings|places',
    'closed',
  ],
  [
    'our|my|the room|classroom is|will|has|was|gets be|been|being? being? used|taken|booked|reserved|needed|borrowed|claimed',
    'closed',
  ],
  ['not|hardly|barely|isnt much|enough|any? room|space|seats|chairs for? you?', 'closed'],
  ['using|taking|borrowing|need|needs over? our|my room|classroom for', 'closed'],
  ['room|classroom used|taken|booked|reserved|needed for|by', 'closed'],
  [
    'theres|have|got|always|still|is? room|space|spot|seat for you only|just? out? in|at the hallway|hall|office|library|lounge|lobby',
    'no',
  ],
  ['sacred', 'closed'],
  ['protected time', 'closed'],
  ['protect it', 'closed'],
  ['protect this time', 'closed'],
  ['wasted trip', 'closed'],
  ['visit wasted', 'closed'],
  ['be wasted', 'closed'],
  ['other therapist', 'closed'],
  ['another therapist', 'closed'],
  ['too soon to call', 'unsure'],
  ['dont|do|not not? hold me', 'unsure'],
  ['tentatively yes', 'unsure'],
  ['tentatively ok', 'unsure'],
  [
    'will|ill|can {softly}? answer|respond|reply|report back? tonight|later|tomorrow|soon|after|when|by|once|in|this|at',
    'unsure',
  ],
  [
    '{havent} {softly}? yet? been? said|told|announced|posted|released|published|sent|emailed|shared|received|gotten',
    'unsure',
  ],
  ['{havent} {softly}? yet? come out', 'unsure'],
  ['in|at a|an|my meeting|iep|training|pd right? now|rn|atm|ttyl', 'unsure'],
  ['pending', 'unsure'],
  ['changes|varies day|week to|by day|week', 'unsure'],
  ['brb', 'unsure'],
  ['hold that thought', 'unsure'],
  ['moving target', 'unsure'],
  ['rumor has', 'unsure'],
  ['rumors of', 'unsure'],
  ['would|id|wed be {softly}? honored|delighted|thrilled|glad|happy', 'yes'],
  ['were|im|we|i are|am? around', 'yes'],
  ['standing invitation', 'yes'],
  ['come one come all', 'yes'],
  ['asking for you', 'yes'],
  ['ideal|perfect|great|good|best for you', 'yes'],
  ['please and thank you', 'yes'],
  [
    'cannot|dont|do|not not? think|see|imagine|find|have of? a|any|one|single|good? reason|objection|problem|issue why? not?',
    'yes',
  ],
  ['you {may} {softly}? stay|go|head home|away|out|put|back|elsewhere', 'no'],
  ['you {may} {softly}? sit this|it|that one? out', 'no'],
  ['you {may} {softly}? stop|quit coming|visiting|asking|by? visiting', 'no'],
  ['help|support|assist us|me|the|kids? best? by staying|not|skipping|waiting|leaving', 'no'],
  [
    'love|like|appreciate|prefer|better|best it|that? if you stayed|stay|didnt|dont|waited|wait|skipped|skip|held|passed|rescheduled|postponed|left|leave|not',
    'no',
  ],
  [
    'love|like|appreciate|prefer|better|best it|that? if you would|could|did|do not|skip|wait|stay|leave|pass|hold|reschedule',
    'no',
  ],
  [
    'you {may} {softly}? work|meet|see|pull|take|sit them|him|her|kids|with? them? in|to|at the|your library|hallway|hall|office|lounge|conference',
    'no',
  ],
  [
    'when|once|after were|we|theyre|they are? done|finished|through with? testing|tests|test|assessments|benchmarks|exams',
    'no',
  ],
  ['next|another month|semester|quarter|trimester|year', 'no'],
];
