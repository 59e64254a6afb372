import type { ActivityKind } from '../../activity-kind.ts';
import { arrivalWords } from './kinds/arrival.ts';
import { artWords } from './kinds/art.ts';
import { assemblyWords } from './kinds/assembly.ts';
import { centersWords } from './kinds/centers.ts';
import { dismissalWords } from './kinds/dismissal.ts';
import { drillWords } from './kinds/drill.ts';
import { fieldTripWords } from './kinds/field-trip.ts';
import { freePlayWords } from './kinds/free-play.ts';
import { groupProjectWords } from './kinds/group-project.ts';
import { handwritingWords } from './kinds/handwriting.ts';
import { independentWorkWords } from './kinds/independent-work.ts';
import { libraryWords } from './kinds/library.ts';
import { lunchWords } from './kinds/lunch.ts';
import { mathWords } from './kinds/math.ts';
import { morningMeetingWords } from './kinds/morning-meeting.ts';
import { movieWords } from './kinds/movie.ts';
import { musicWords } from './kinds/music.ts';
import { otherWords } from './kinds/other.ts';
import { partyWords } from './kinds/party.ts';
import { peWords } from './kinds/pe.ts';
import { phonicsWords } from './kinds/phonics.ts';
import { prepWords } from './kinds/prep.ts';
import { presentationWords } from './kinds/presentation.ts';
import { readAloudWords } from './kinds/read-aloud.ts';
import { readingWords } from './kinds/reading.ts';
import { recessWords } from './kinds/recess.ts';
import { scienceWords } from './kinds/science.ts';
import { selWords } from './kinds/sel.ts';
import { snackWords } from './kinds/snack.ts';
import { socialStudiesWords } from './kinds/social-studies.ts';
import { specialsWords } from './kinds/specials.ts';
import { technologyWords } from './kinds/technology.ts';
import { testWords } from './kinds/test.ts';
import { transitionWords } from './kinds/transition.ts';
import { writingWords } from './kinds/writing.ts';

/** What a school calls each kind of activity: names, curricula, abbreviations. One line each, in the kind's own file. */
export const wordsOfKind: ReadonlyMap<ActivityKind, readonly string[]> = new Map<
  ActivityKind,
  readonly string[]
>([
  ['centers', centersWords],
  ['writing', writingWords],
  ['handwriting', handwritingWords],
  ['reading', readingWords],
  ['phonics', phonicsWords],
  ['read_aloud', readAloudWords],
  ['math', mathWords],
  ['science', scienceWords],
  ['social_studies', socialStudiesWords],
  ['sel', selWords],
  ['group_project', groupProjectWords],
  ['presentation', presentationWords],
  ['independent_work', independentWorkWords],
  ['arrival', arrivalWords],
  ['morning_meeting', morningMeetingWords],
  ['art', artWords],
  ['music', musicWords],
  ['pe', peWords],
  ['library', libraryWords],
  ['technology', technologyWords],
  ['specials', specialsWords],
  ['recess', recessWords],
  ['lunch', lunchWords],
  ['snack', snackWords],
  ['dismissal', dismissalWords],
  ['transition', transitionWords],
  ['free_play', freePlayWords],
  ['test', testWords],
  ['assembly', assemblyWords],
  ['field_trip', fieldTripWords],
  ['drill', drillWords],
  ['party', partyWords],
  ['movie', movieWords],
  ['prep', prepWords],
  ['other', otherWords],
]);
