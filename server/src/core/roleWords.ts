/** Words of roles, for telling when two roles say the same. Other languages go beside this file. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** They say nothing about which role it is. */
export const ROLE_FILLERS = words(`
  the a an of for in at to on from and s new longtime long-time veteran then current country nation his her its their our
  by with as`);

/** They make another role of it. */
export const ROLE_STATUS = words(
  'deputy vice assistant acting interim former ex late retired incoming outgoing elect designate emeritus honorary associate',
);

/** What an office is for; nobody holds two of them under one head without saying so. */
export const PORTFOLIOS = words(`
  prime foreign defense defence finance interior home justice health education culture energy economy economic trade commerce
  transport transportation environment agriculture labor labour housing sport sports tourism science technology information
  communications treasury press police fire intelligence security development immigration industry welfare planning water
  fisheries mining oil petroleum railways aviation infrastructure digital social religious`);

/** Peoples whose name does not begin like their country's. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  american: 'us',
  america: 'us',
  usa: 'us',
  'u.s': 'us',
  'u.s.': 'us',
  british: 'uk',
  britain: 'uk',
  'u.k': 'uk',
  'u.k.': 'uk',
  'u.n': 'un',
  'u.n.': 'un',
  'e.u': 'eu',
  european: 'europe',
  french: 'france',
  dutch: 'netherlands',
  swiss: 'switzerland',
  welsh: 'wales',
  danish: 'denmark',
  greek: 'greece',
  spanish: 'spain',
  polish: 'poland',
  irish: 'ireland',
  finnish: 'finland',
  swedish: 'sweden',
  filipino: 'philippines',
  burmese: 'myanmar',
  burma: 'myanmar',
  ivorian: 'ivory',
  cypriot: 'cyprus',
  slovak: 'slovakia',
  iraqi: 'iraq',
};
