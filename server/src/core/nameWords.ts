/** Classes of English words that tell people from what merely looks like a name. Other languages go beside this file. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Bind to a name and are never part of it. */
export const HONORIFICS = words(`
  mr mr. mrs mrs. ms ms. miss mx mx. dr dr. sir madam madame monsieur m. mme mlle herr frau señor señora don doña signor
  signora prof prof. professor rev rev. reverend comrade mister master messrs messrs. fr. hon. sen sen. rep rep. gov gov.
  gen gen. lt lt. col col. sgt sgt. capt capt. maj maj. cpl cpl. pvt. adm adm. cmdr cmdr. const const. pres. atty. det. insp. supt. cllr cllr. maître maitre`);

/** Offices, ranks and trades: before a name they introduce it; alone they are none. Some are surnames as well. */
export const OFFICES = words(`
  prime vice president vice-president premier chancellor minister ministers governor mayor senator senators congressman
  congresswoman representative general colonel major captain lieutenant sergeant corporal private admiral commander
  marshal brigadier judge justice attorney ambassador secretary chairman chairwoman chairperson chair director chief
  commissioner inspector detective constable officer sheriff deputy coach manager speaker councillor councilman
  councilwoman pope cardinal bishop archbishop king queen prince princess duke duchess earl count countess baron baroness
  emperor empress tsar czar sultan emir shah ayatollah imam sheikh rabbi lord lady dame saint father mother brother sister
  uncle aunt aunty cousin grandma grandpa friar squire parson pastor vicar nurse doctor leader spokesman spokeswoman
  spokesperson ceo cfo coo cto candidate nominee pm mp mep counsel counselor counsellor adviser advisor dictator founder
  editor champion defender striker midfielder goalkeeper forward winger captain batsman bowler skipper pitcher
  quarterback guard center treasurer solicitor prosecutor analyst economist strategist reporter correspondent author
  actor actress singer rapper comedian host dj mc executive undersecretary lieutenant-colonel lieutenant-general
  major-general brigadier-general vice-chairman vice-chancellor vice-admiral secretary-general attorney-general
  governor-general director-general`);

/** What people are called before their names, in lower case, beside offices and the list of roles. */
export const TRADES = words(`
  dissident counterpart finalist legend opponent suspect gunman lawmaker separatist guerrilla militant rebel envoy
  negotiator mediator delegate official aide ally assassin murderer killer billionaire novelist essayist physicist chemist
  biologist mathematician theologian barrister commentator presenter anchor broadcaster conductor pianist violinist
  guitarist drummer soprano tenor choreographer engineer cosmonaut explorer mountaineer cyclist sprinter swimmer boxer
  jockey rider centre scrum-half fly-half prop hooker flanker fullback spinner shortstop catcher closer infielder
  outfielder reliever rookie teammate compatriot predecessor successor co-founder fellow lecturer student fisherman
  resident victim widow substitute supremo challenger incumbent hopeful warlord president-elect veteran colleague friend`);

/** Who somebody is to somebody else: “his father, Kim Jong Il”. */
export const KIN = words(`
  wife husband son sons daughter daughters father mother brother sister uncle aunt nephew niece cousin grandfather
  grandmother grandson granddaughter widow fiancee fiance girlfriend boyfriend partner friend friends lawyer attorney
  spokesman spokeswoman ally allies aide aides rival predecessor successor deputy colleague teammate team-mate opponent
  party campaign face hand hands voice eyes head body mind death heart delegation trip visit speech remarks comments
  administration father-in-law mother-in-law house home room family life career`);

/** People say, think and want; firms do so less often. */
export const SAYING = words(`
  said says say saying told tells tell asked asks ask added adds replied answered cried exclaimed shouted whispered
  muttered murmured wrote writes tweeted posted noted notes stated states claimed claims argued argues insisted insists
  warned warns explained explains declared declares announced announces acknowledged admitted conceded denied denies
  suggested urged vowed pledged promised predicted recalled remarked observed complained joked testified commented
  concluded continued repeated responded responds believes believed thinks thought knew knows hopes hoped wants wanted
  feels felt praised criticized criticised blamed accused thanked`);

/** Other things that people do. */
export const ACTING = words(`
  smiled laughed nodded sighed sat stood walked looked stared turned sprang rose married died resigned retired scored won
  beat defeated lost finished hit bowled played missed saved headed fired struck pitched who whose himself herself met
  meets visited arrived left returned came went joined became took gave made got shook put held ran led felt saw heard
  spoke began tried kept loves loved hates likes pleaded testified signed appointed nominated born aged`);

export const AUXILIARIES = words('is was has had will would could did does may might should');

/** Nouns that end the names of organisations, works and events. */
export const ORGANISATION_NOUNS = words(`
  council university party ministry agency committee commission department court bank group corp corp. inc inc. ltd ltd. co
  co. company association union club united institute school college hospital church times post news press journal
  foundation society league cup open championship championships tour series centre center team army navy police force
  forces fund trust board bureau office service services congress parliament senate assembly house airlines airways motors
  records studios television tv radio magazine gazette herald tribune telegraph guardian mail review report act treaty
  agreement accord war battle prize award awards day games olympics festival week theatre theater museum library gallery
  movement front brigade brigades federation confederation organisation organization exchange holdings partners industries
  systems technologies international insurance securities stadium arena fc cf afc rovers wanderers athletic city county town
  rangers sinmun daily weekly online conference summit programme program project store stores shop shops hotel hotels bros bros. plc llc sa ag nv gmbh spa fax`);

/** Nouns that end the names of places. */
export const PLACE_NOUNS = words(`
  street square road avenue lane river lake mount mountain mountains island islands bay sea ocean valley county province
  state airport station bridge hall palace castle stadium beach hill hills park point port cape gulf desert forest creek
  falls canal district region territory borough village town city heights peninsula coast strait straits territories inn
  tower towers cathedral chapel abbey prison jail camp base terminal cemetery gardens garden plaza boulevard drive way court
  close terrace crescent prefecture oblast republic kingdom emirates kong zealand cosmodrome`);

/** Words that no name contains: they cut a run of capitals. */
export const FUNCTION_WORDS = words(`
  the a an and or but nor so yet if then than that this these those there here he she it they we you i his her its their our
  your my him them us me who whom whose which what when where why how in on at by for from to of with without within into
  onto upon over under above below between among during before after since until till about against across through despite
  toward towards as like not no yes is are was were be been being am has have had do does did can could should would shall
  might must also too very just only even still now once again more most much many some any all both each every either
  neither few several such other others another same own because although though while whereas unless whether however
  therefore thus moreover meanwhile instead additionally according never always often perhaps maybe indeed well oh ah o hello
  hi hey ok okay please thank thanks let lets don't didn't can't won't isn't it's that's there's he's she's i'm i've i'll
  you're we're they're what's who's here's let's ain't monday tuesday wednesday thursday friday saturday sunday january
  february march april june july august september october november december mon tue wed thu fri sat sun jan feb mar apr jun
  jul aug sept sep oct nov dec today yesterday tomorrow tonight last next first second third one two three four five six
  seven eight nine ten old per via versus vs vs. v re rt i'd he'd she'd nobody somebody everybody everyone someone anyone
  nothing something everything asked added speaking following earlier later amid amidst god lord heaven chapter part book
  volume section page figure table none soon suddenly presently certainly surely really`);

/** Function words that are also names: Will, Mark, May. They do not cut. */
export const NAME_WORDS = words(
  'will may march mark bill grant rich frank jack such long young little day june april august',
);

export const PARTICLES = words(
  "de da do dos das del della di du la le van der den von zu zum bin ibn al el abu ter ten d' y e af av wa ould ul",
);

/** Particles that may open a name. */
export const OPENING_PARTICLES = words('de van von di da den du del della bin ibn ter');

export const DIRECTIONS = words(
  'north south east west northern southern eastern western central middle upper lower far great greater new',
);

/** Months that are given names as well. */
export const NAME_MONTHS = words('april may june august march');

export const ABBREVIATIONS = words('u.s. u.k. u.n. e.u. u.s.a. u.s.s.r. u.a.e. d.c. a.m. p.m. i.e. e.g. n.y. l.a.');

export const PLACE_PREPOSITIONS = words('in at near from to into through around outside across towards toward of');

/** Things that are called by a name of their own: “the airline Virgin Atlantic”, “Kalashnikov rifles”. */
export const THINGS = words(`
  agency newspaper newspapers airline airlines carrier carriers firm firms company companies group groups giant maker makers
  automaker automakers carmaker manufacturer supplier retailer retailers chain club clubs bank banks broker brokerage insurer
  lender broadcaster station channel channels magazine daily tabloid ship ships vessel ferry tanker frigate destroyer
  submarine warship aircraft airliner jet jets plane planes rocket rockets satellite missile missiles rifle rifles pistol
  hurricane typhoon storm cyclone village villages town towns city suburb district districts province provinces region
  island islands port river desert film movie novel book song album opera musical horse software brand cars trucks team teams side
  vehicles shares stock stocks bonds plant plants factory factories refinery airport stadium police government troops
  forces militia rebels guerrillas parliament border economy`);

/** They close the name of a firm. Once is enough: what they follow is a firm wherever else it stands. */
export const FIRM_SUFFIXES = words(`
  inc inc. corp corp. corporation ltd ltd. limited co co. plc llc sa ag nv n.v. a.g. s.a. gmbh spa holdings airlines
  airways motors bros bros. industries`);

/** News agencies are quoted like people, and seldom introduced. */
export const NEWS_AGENCIES = words(`
  reuters xinhua tass itar-tass interfax ria yonhap kyodo afp ap upi dpa ansa pti kcna tanjug anadolu bloomberg petra sana
  irna mena suna belta apa efe lusa kyiv-independent`);

/** What a firm has and a person has not: “X’s shares”. */
export const POSSESSED_BY_FIRMS = words(`
  ceo share shares stock product products profit profits sales revenue revenues earnings customers investors factory plant
  employees headquarters capital economy population government parliament army`);

/** Words under four letters that English uses daily. Others (Xi, Aso, Shin) may well be in a dictionary, but are names. */
export const SHORT_WORDS = words(`
  act add age aid aim air all and ant any ape apt arc arm art ash ask ass bad bag ban bar bat bay bed bee bet bid big bit bow
  box boy bug bus buy bye cab can cap car cat cop cow cry cup cut dad day die dig dim dip dog dot dry due ear eat egg ego elf
  end era eye fan far fat fed fee few fig fit fix fly fog foe for fox fun fur gap gas gay gel get god gun gut guy hat hen hey
  hip hit hot how hug hut ice ill ink inn ion jam jar jaw jet job joy jug key kid kit lab lad lap law lay leg lid lie lip lot
  low mad man map mat max men met mix mob mom mud mug net new nod nor not now nun nut oak odd off oil old one out owe owl own
  pad pan pat paw pay pea pen pet pie pig pin pit pop pot put rag ram ran rap rat raw red rib rid rip rob rod rot row rub rug
  run sad sat saw say sea see set sex she shy sin sip sir sit six ski sky son sow spa spy sum sun tab tag tan tap tax tea ten
  the tie tip toe ton too top toy try tub two use van vet via vow wag war was wax way web wed wet who why wig win wit won yes
  yet you zip zoo of to in is it be as at so we he by or on do if me my up an go no us am`);

/** Endings that surnames of many languages have. */
export const SURNAME_ENDING =
  /(?:ova?|eva?|sky|ski|ska|skaya|enko|chuk|vi[cć]|vich|itz|stein|berg|mann?|son|sen|e[sz]|escu|eanu|shvili|dze|[iy]an|idis|opoulos|akis|oglu|ini|elli|etti|ucci|ton|ham|ley|wood|worth|ford|aux|eau|ard|ert|i[ćč]|ák|ček|wicz|czyk|nen|ström|lund|quist|qvist|sma|stra|inga|poulos|iev|yev|in|ina|yk|ko)$/;
