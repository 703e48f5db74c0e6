/**
 * Terms whose words belong together: whoever writes “counterfeit consciousness” had “artificial intelligence” rewritten
 * by a program that knows words and no terms (Cabanac, Labbé and Magazinov, Tortured Phrases, 2021). Base forms.
 */
export const fixedExpressions: readonly string[] = `
artificial intelligence|machine learning|deep learning|neural network|big data|random forest|decision tree|support vector
feature extraction|feature selection|feature vector|image processing|image segmentation|face recognition|facial recognition
speech recognition|voice recognition|pattern recognition|character recognition|object detection|edge detection|signal processing
natural language|language processing|data mining|data set|data analysis|data processing|data warehouse|training data|test set
cloud computing|edge computing|high performance computing|computer vision|computer science|operating system|source code|open source
wireless network|sensor network|wireless sensor|mobile phone|cell phone|smart phone|smart city|smart contract|smart grid|smart meter
cyber attack|denial of service|intrusion detection|information security|private key|public key|digital signature|hash function
error rate|mean square error|standard deviation|confidence interval|random variable|random value|linear regression|logistic regression
analysis of variance|hypothesis test|true positive|false positive|true negative|false negative|least square|ground truth
time series|cross validation|gradient descent|genetic algorithm|ant colony|particle swarm|fuzzy logic|search engine|user interface
social network|social media|internet of thing|remote sensing|radio frequency|frequency range|signal to noise|solar energy|solar panel
solar cell|renewable energy|fossil fuel|power plant|nuclear power|wind turbine|greenhouse gas|global warming|climate change
carbon dioxide|surface area|boundary layer|heat transfer|kinetic energy|potential energy|magnetic field|magnetic resonance
electric field|dielectric constant|quantum dot|liquid crystal|x ray|tensile strength|thermal conductivity|aqueous solution
breast cancer|lung cancer|prostate cancer|blood pressure|blood sugar|blood vessel|heart attack|heart failure|heart rate|cardiac arrest
immune system|immune response|immune cell|nervous system|stem cell|white blood cell|red blood cell|clinical trial|side effect
kidney failure|liver disease|infectious disease|mental health|public health|intensive care|birth weight|bone marrow|spinal cord
amino acid|nucleic acid|fatty acid|free radical|oxidative stress|reactive oxygen|gene expression|messenger rna|double blind
peer review|literature review|case study|third party|state of the art|human rights|civil rights|human being|civil war|cold war
prime minister|foreign minister|vice president|head of state|secretary general|security council|general assembly|national security
united nations|european union|supreme court|high court|foreign policy|foreign affairs|armed forces|ballistic missile|nuclear weapon
nuclear test|nuclear program|military exercise|military drill|peace talk|peace treaty|cease fire|human shield|state media|news agency
press conference|front page|press release|state visit|permanent member|veto power|economic sanction|trade war|free trade
trade union|stock market|stock exchange|interest rate|exchange rate|central bank|gross domestic product|national debt|budget deficit
income tax|unemployment rate|small business|joint venture|market share|supply chain|hedge fund|balance sheet|real estate
death penalty|death toll|death sentence|life sentence|hate speech|fake news|domestic violence|sexual harassment|money laundering
due process|search warrant|arrest warrant|plea bargain|class action|intellectual property|power of attorney|law enforcement
police officer|attorney general|grand jury|bail bond|drug trafficking|human trafficking|organized crime|war crime|crime scene
red cross|white house|middle east|far right|left wing|right wing|polling station|ballot box|general election|opinion poll
weapons of mass destruction|freedom of speech|freedom of the press|rule of law|balance of power|point of view|turning point
red tape|rush hour|driving licence|post office|air force|aircraft carrier|rocket launcher|space station|black hole|solar system
milky way|room temperature|tidal wave|natural disaster|natural gas|crude oil|drinking water|public transport|high school
`
  .trim()
  .split(/[|\n]/);

/**
 * What a thesaurus or a dictionary gives for a word in another sense, or for its everyday sense, and what no writer puts into
 * a term. Written for this purpose; where both words are in the packed thesaurus (word-links.bin, made of Moby), nine in ten
 * are linked there, and the rest are senses that any dictionary has (a vector is a direction, a warrant a justification).
 * “Bosom peril” is the title that Cabanac, Labbé and Magazinov chose. No list of found phrases was copied. A word that could
 * stand in the very same term in earnest (“automated speech recognition”) is not here, nor is what nobody would print.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  accurate: 'exact',
  acid: 'corrosive',
  action: 'activity deed',
  affair: 'undertaking issue',
  agency: 'organization',
  analysis: 'examination investigation',
  area: 'region locale vicinity',
  armed: 'equipped furnished',
  arrest: 'capture seizure',
  art: 'craftsmanship workmanship',
  artificial: 'counterfeit man-made fake manufactured phony bogus simulated',
  assembly: 'gathering congregation',
  attack: 'assault onslaught ambush',
  attorney: 'lawyer',
  balance: 'equilibrium',
  ballistic: 'projectile',
  ballot: 'vote polling',
  bank: 'depository',
  bar: 'tavern',
  bargain: 'deal',
  being: 'existence',
  big: 'huge enormous colossal tremendous gigantic immense',
  birth: 'delivery nativity',
  black: 'dark ebony',
  blind: 'sightless',
  blood: 'gore bloodstream',
  bone: 'skeleton',
  boundary: 'limit',
  box: 'container crate',
  breast: 'bosom',
  business: 'commerce',
  cancer: 'malignancy peril disease tumor malignant-growth',
  carbon: 'charcoal',
  care: 'caution',
  cardiac: 'coronary',
  carrier: 'bearer transporter',
  cell: 'chamber',
  central: 'focal',
  change: 'alteration shift',
  character: 'personality',
  civil: 'polite courteous',
  class: 'category',
  climate: 'atmosphere',
  clinical: 'antiseptic',
  cloud: 'haze mist',
  code: 'cipher',
  colony: 'settlement province',
  computing: 'figuring reckoning',
  conference: 'gathering',
  confidence: 'certainty self-assurance',
  constant: 'steady consistent',
  contract: 'agreement compact',
  cord: 'rope string',
  council: 'committee chamber',
  court: 'tribunal courtyard',
  crime: 'offence wrongdoing',
  crude: 'vulgar rough',
  crystal: 'gem precious-stone',
  data: 'information statistics',
  debt: 'obligation',
  decision: 'choice',
  deep: 'profound bottomless',
  deficit: 'shortfall',
  denial: 'refusal forswearing',
  destruction: 'devastation annihilation',
  detection: 'discovery location',
  deviation: 'departure',
  digital: 'computerized',
  disaster: 'catastrophe',
  disease: 'ailment malady sickness',
  domestic: 'household homegrown',
  dot: 'spot speck',
  drill: 'borer',
  drinking: 'imbibing',
  due: 'owed',
  economic: 'monetary',
  edge: 'brink',
  effect: 'impact consequence',
  election: 'choosing',
  energy: 'vitality vigor',
  enforcement: 'implementation',
  engine: 'motor',
  error: 'mistake blunder',
  estate: 'domain property',
  exchange: 'swap interchange',
  exercise: 'workout',
  expression: 'articulation',
  extraction: 'withdrawal removal',
  face: 'countenance visage confront',
  failure: 'disappointment fiasco',
  fake: 'counterfeit',
  false: 'untrue bogus deceptive',
  fatty: 'greasy',
  feature: 'highlight element component characteristic',
  field: 'meadow pasture',
  force: 'power vigor',
  foreign: 'alien strange',
  forest: 'woods woodland timberland',
  fossil: 'relic',
  free: 'complimentary unfettered',
  freedom: 'liberty',
  frequency: 'recurrence',
  fuel: 'gasoline',
  fund: 'store',
  fuzzy: 'fluffy fleecy furry',
  gas: 'vapor',
  genetic: 'hereditary',
  general: 'overall widespread',
  global: 'worldwide',
  gradient: 'slope angle incline',
  greenhouse: 'nursery hothouse',
  gross: 'disgusting',
  ground: 'floor',
  growth: 'expansion',
  hash: 'hashish',
  hate: 'disdain detest',
  head: 'skull',
  health: 'wellness wellbeing',
  heart: 'coronary core',
  heat: 'warmth',
  hedge: 'shrubbery',
  human: 'mortal',
  hypothesis: 'speculation',
  image: 'picture photograph',
  immune: 'resistant invulnerable insusceptible exempt',
  income: 'earnings',
  infectious: 'irresistible',
  intellectual: 'cerebral',
  intelligence: 'consciousness brainpower insight astuteness cleverness intellect',
  intensive: 'concentrated',
  interest: 'curiosity',
  interval: 'span interim',
  intrusion: 'interruption interference',
  joint: 'articulation',
  key: 'opener',
  kinetic: 'dynamic',
  laundering: 'washing cleansing',
  law: 'legislation',
  layer: 'stratum tier',
  learning: 'studying knowledge schooling',
  least: 'smallest minimal',
  licence: 'permit',
  linear: 'straight',
  liquid: 'fluid',
  literature: 'writing',
  logic: 'rationale',
  machine: 'system gadget contraption',
  magnetic: 'attractive alluring',
  market: 'marketplace bazaar',
  marrow: 'essence',
  mass: 'bulk',
  mean: 'imply',
  member: 'limb',
  messenger: 'courier',
  military: 'soldierly',
  minister: 'clergyman pastor',
  missile: 'projectile',
  mobile: 'portable versatile',
  mining: 'excavation quarrying',
  money: 'cash',
  national: 'countrywide',
  nation: 'country',
  natural: 'regular characteristic',
  nervous: 'anxious apprehensive',
  network: 'organization lattice',
  neural: 'brain nerve',
  news: 'tidings',
  noise: 'commotion clamor din',
  object: 'article',
  open: 'unlocked',
  operating: 'working',
  organized: 'arranged',
  panel: 'board',
  party: 'celebration',
  particle: 'molecule',
  pattern: 'design',
  peace: 'tranquility serenity',
  peer: 'companion colleague',
  penalty: 'punishment',
  performance: 'execution',
  permanent: 'everlasting perpetual',
  plant: 'herb vegetation shrub',
  policy: 'approach strategy',
  positive: 'advantageous',
  potential: 'capability',
  pressure: 'strain weight tension',
  prime: 'foremost',
  private: 'personal',
  process: 'procedure',
  processing: 'preparing',
  property: 'belongings',
  quantum: 'amount',
  radical: 'revolutionary extremist',
  random: 'arbitrary irregular haphazard',
  range: 'extent scope',
  rate: 'fee tempo',
  ray: 'beam',
  reactive: 'receptive',
  real: 'genuine',
  recognition: 'acknowledgment acknowledgement popularity',
  regression: 'relapse',
  release: 'discharge liberation',
  remote: 'far-off faraway',
  renewable: 'inexhaustible reusable',
  resonance: 'reverberation',
  right: 'privilege prerogative',
  rule: 'regulation',
  sanction: 'approval endorsement',
  search: 'seek',
  security: 'safety surveillance',
  segmentation: 'division',
  selection: 'choice',
  sensing: 'detecting',
  sentence: 'phrase',
  series: 'arrangement collection',
  set: 'arrangement',
  share: 'portion',
  side: 'flank',
  signal: 'sign',
  signature: 'autograph',
  small: 'diminutive',
  smart: 'savvy shrewd brilliant keen clever astute canny',
  social: 'societal',
  solution: 'answer arrangement',
  source: 'wellspring',
  speech: 'discourse',
  spinal: 'backbone',
  square: 'plaza',
  state: 'condition',
  stem: 'stalk',
  stock: 'inventory',
  strength: 'potency',
  stress: 'pressure worry',
  sugar: 'sweetener',
  supply: 'stockpile',
  support: 'bolster',
  supreme: 'preeminent ultimate',
  swarm: 'throng',
  system: 'framework',
  tax: 'levy',
  temperature: 'hotness',
  tensile: 'malleable',
  thermal: 'warm',
  thing: 'stuff object',
  time: 'season',
  toll: 'fee charge',
  trade: 'commerce barter',
  training: 'preparing',
  transfer: 'move exchange',
  treaty: 'pact',
  tree: 'bush shrub',
  trial: 'ordeal',
  true: 'genuine authentic',
  union: 'marriage',
  value: 'esteem worth',
  variable: 'changeable',
  variance: 'fluctuation difference',
  vector: 'direction',
  vessel: 'boat container',
  vision: 'eyesight',
  war: 'battle struggle',
  warming: 'heating',
  warrant: 'guarantee justification',
  weapon: 'armament',
  weight: 'heaviness',
  white: 'pale',
  wind: 'breeze',
  wing: 'appendage',
  wireless: 'cordless',
};

/** Made from the above, and yet in use. */
const IN_USE = new Set(
  `examination of difference|investigation of difference|interference location|nuclear armament|peace pact|free commerce|natural catastrophe|national safety|information analysis
   information processing|information mining|information set|data examination|data investigation|blood tension
   picture processing|social organization|news organization|heat exchange|supreme tribunal|high tribunal
   interest fee|exchange fee|death charge|stock marketplace|real property|object location|object discovery
   central depository|global heating|climate shift|climate alteration|breast disease|lung disease|prostate disease
   breast tumor|lung tumor|prostate tumor|breast malignancy|liver ailment|liver sickness|infectious ailment
   infectious sickness|blood container|press gathering|general gathering|safety council|security committee
   air power|trade battle|trade struggle|civil struggle|cyber assault|training information|death punishment
   national obligation|foreign approach|foreign strategy|public wellness|public wellbeing|mental wellness
   mental wellbeing|stock swap|human existence|driving permit|genuine property|deep knowledge
  huge data|enormous data|colossal data|tremendous data|gigantic data|immense data|huge information
  enormous information|tremendous information|immense information|huge statistics|fake intelligence
  phony intelligence|bogus intelligence|manufactured intelligence|counterfeit intelligence|man made intelligence
  simulated intelligence|simulated consciousness|artificial consciousness|artificial intellect|system knowledge
  deep studying|profound knowledge|bottomless knowledge|brain network|nerve network|brain organization
  element extraction|element removal|element selection|component extraction|component removal|component selection
  component choice|characteristic selection|highlight selection|highlight removal|characteristic vector
  component vector|element vector|image division|picture division|photograph division|article discovery
  article location|design recognition|personality recognition|training statistics|statistics set
  statistics analysis|data arrangement|preparing data|preparing information|preparing statistics|test arrangement
  working framework|portable phone|smart agreement|smart compact|shrewd contract|clever contract
  brilliant contract|keen contract|brilliant city|clever phone|clever city|cyber onslaught|cyber ambush
  refusal of service|information surveillance|interference detection|digital autograph|computerized signature
  private opener|public opener|cordless network|cordless sensor|arbitrary value|arbitrary variable
  irregular variable|irregular value|genuine positive|genuine negative|authentic positive|smallest square
  minimal square|slope descent|time arrangement|season series|season collection|season arrangement
  societal network|solar board|reusable energy|inexhaustible energy|dynamic energy|heat move|atmosphere change
  atmosphere shift|attractive field|attractive meadow|attractive pasture|electric pasture|lung malignancy
  prostate malignancy|core attack|core failure|core rate|coronary attack|coronary failure|coronary arrest
  cardiac seizure|resistant cell|resistant response|resistant system|invulnerable system|exempt system|stalk cell
  infectious malady|liver malady|concentrated care|delivery weight|free extremist|free revolutionary
  colleague review|third celebration|condition of the art|mortal existence|foremost minister|foreign pastor
  foreign clergyman|strange minister|strange pastor|strange clergyman|alien minister|strange approach
  strange policy|strange strategy|strange affairs|alien policy|alien affairs|alien approach|alien strategy
  safety committee|safety chamber|security chamber|surveillance committee|surveillance council
  general congregation|overall assembly|overall gathering|national surveillance|countrywide security
  countrywide safety|countrywide surveillance|countrywide debt|ultimate court|ultimate tribunal|preeminent court
  high courtyard|equipped forces|ballistic projectile|military workout|permanent limb|perpetual member
  economic approval|economic endorsement|monetary sanction|monetary approval|unfettered trade|unfettered commerce
  inventory exchange|inventory swap|swap rate|swap fee|interchange rate|interchange fee|budget shortfall
  income levy|earnings tax|small commerce|marketplace share|hate discourse|counterfeit news|household violence
  homegrown violence|cash laundering|due procedure|seizure warrant|capture warrant|law implementation
  legislation implementation|war offence|war wrongdoing|organized offence|organized wrongdoing|pale house
  left appendage|right appendage|vote box|polling box|overall election|liberty of speech|liberty of the press
  freedom of discourse|equilibrium of power|aircraft transporter|dark hole|natural vapor`
    .split(/[|\n]/)
    .map((entry) => entry.trim()),
);

/** Everyday words in one-word exchanges would too often be meant: both words of such a term must be exchanged. */
const MUCH_EXCHANGED = new Set(
  `analysis activity agency attack area business change choice class climate code conference country data deal difference disease display edge
   examination exchange fee figure force framework function general gathering global human information investigation issue key knowledge law
   limit location market member mistake motor national natural nature news object option organization party peace picture power process
   property public range real region removal response review safety sanction science security sentence set sign small strategy study support
   system tax test time trade treaty trial war weapon worldwide worth shift alteration vicinity locale impact consequence survey battle
   struggle pressure electrical heat force skull mortal polite regular steady consistent untrue deceptive working open`.split(
    /\s+/,
  ),
);

/** By their words in base form: what a rewriting program makes of the expressions. */
export function torturedPhrases(): ReadonlyMap<string, string> {
  const phrases = new Map<string, string>();
  for (const expression of fixedExpressions) {
    const words = expression.split(' ');
    for (const made of variantsOf(words)) {
      const phrase = made
        .map(({ word }) => word)
        .join(' ')
        .replace(/-/g, ' ');
      const exchanged = made.filter(({ isExchanged }) => isExchanged);
      const isTelling = exchanged.length > 1 || exchanged.some(({ word }) => !MUCH_EXCHANGED.has(word));
      if (exchanged.length > 0 && isTelling && !IN_USE.has(phrase)) phrases.set(phrase, expression);
    }
  }
  return phrases;
}

interface Part {
  readonly word: string;
  readonly isExchanged: boolean;
}

function variantsOf(words: readonly string[]): Part[][] {
  return words.reduce<Part[][]>(
    (made, word) => {
      const parts: Part[] = [{ word, isExchanged: false }];
      for (const other of STAND_INS[word]?.split(' ') ?? []) parts.push({ word: other, isExchanged: true });
      return made.flatMap((before) => parts.map((part) => [...before, part]));
    },
    [[]],
  );
}
