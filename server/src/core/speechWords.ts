/** Words by which English says that somebody speaks. Other languages go beside this file. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs that bring what is quoted, in the forms they do it in. */
export const SPEECH_VERBS = words(`
  said says say saying told tells tell telling asked asks asking added adds adding replied replies answered answers cried
  exclaimed shouted whispered muttered murmured wrote writes writing tweeted tweets posted posting noted notes noting
  stated states stating claimed claims claiming argued argues arguing insisted insists insisting warned warns warning
  explained explains explaining declared declares declaring announced announces announcing acknowledged acknowledges
  admitted admits conceded concedes denied denies denying suggested suggests suggesting urged urges urging vowed vows
  vowing pledged pledges pledging promised promises promising predicted predicts predicting recalled recalls recalling
  remarked remarks remarking observed observes complained complains complaining joked jokes joking testified testifies
  commented comments commenting concluded concludes concluding continued continues repeated repeats repeating responded
  responds responding thought thinks believes believed hopes hoped praised praises praising criticized criticised
  criticizes criticises criticizing criticising blamed blames blaming accused accuses accusing thanked thanks called calls
  calling described describes describing dubbed dubs hailed hails hailing branded labelled labeled denounced denounces
  denouncing condemned condemns condemning slammed slams blasted blasts expressed expresses expressing stressed stresses
  stressing emphasised emphasized emphasises emphasizes emphasising emphasizing underlined underlines underscored hinted
  quipped lamented laments boasted boasting referred refers referring mentioned mentions reiterated reiterates reiterating
  confirmed confirms confirming cautioned cautions cautioning proclaimed proclaims opined mused recounted recounts reads
  read demanded demands demanding offered offers appealed appeals advised advises agreed agrees disagreed countered
  counters retorted scolded snapped chuckled laughed smiled sighed interrupted inquired enquired pursued gasped growled
  began begins resumed returned rejoined ejaculated interposed quoted quotes quoting cites cited sees saw supports
  supported opposes opposed opposing voiced welcomed welcomes welcoming dismissed dismisses dismissing rejected rejects
  rejecting guaranteed wished wishes labels ordered orders speaks spoke speaking compared compares comparing likened likens mocked
  mocks ridiculed characterized characterised characterizes characterises questioned questions questioning asserted
  asserts asserting contended contends maintained maintains touted touts credited decried decries derided deemed deems
  bemoaned chided defended defends echoed rebuked summed signaled signalled swore alleged alleges alleging`);

/** Forms that are nouns as well: verbs only right after a name or a pronoun. */
export const NOUN_FORMS = words(
  `claims notes states promises remarks comments answers offers orders supports demands appeals counters quotes cites labels
   tweets questions reads hopes praises blames thanks calls touts sees mocks read post posting supported`,
);

/** Unnamed, or no person at all: what they say is nobody's on the list of people. */
export const UNNAMED_SPEAKERS = words(`
  they it we you everyone everybody someone somebody others some many most both officials official spokesman spokesmen
  spokeswoman spokesperson spokespeople police government kremlin house state-media media ministry department company
  report reports statement agency newspaper analysts critics sources source observers experts reporters journalists
  authorities administration court commission committee council party parliament senate congress prosecutors lawyers
  investigators soldiers troops residents witnesses supporters opponents lawmakers diplomats people protesters voters
  us u.s. u.s america washington moscow beijing pyongyang seoul london paris berlin tokyo`);

/** They stand between a subject and its verb and are neither. */
export const ADVERBS = words(
  `also later then now still reportedly recently earlier previously once again often even just already simply never always
   has had have is was would will could may might must did does be been not monday tuesday wednesday thursday friday
   saturday sunday yesterday today on late early`,
);
